/** A refusal of the API by Alipay's codes, e.g. 40004 with `ACQ.TRADE_NOT_EXIST`. */
export class BusinessError extends Error {
  readonly code: string;
  readonly subCode: string;

  constructor(code: string, subCode: string, message: string) {
    super(message);
    this.name = 'BusinessError';
    this.code = code;
    this.subCode = subCode;
  }
}

/** 40004: the request is right, the business is not. */
export function refused(subCode: string, message: string): BusinessError {
  return new BusinessError('40004', subCode, message);
}

/** 40002: a parameter is missing or wrong. */
export function invalid(subCode: string, message: string): BusinessError {
  return new BusinessError('40002', subCode, message);
}
