import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer of the API other than success: `{error: {type, code, message, param}}`. */
export class StripeError extends Error {
  readonly status: ContentfulStatusCode;
  readonly type: string;
  readonly code: string | undefined;
  readonly param: string | undefined;

  constructor(
    status: ContentfulStatusCode,
    type: string,
    message: string,
    detail: { code?: string; param?: string } = {},
  ) {
    super(message);
    this.name = 'StripeError';
    this.status = status;
    this.type = type;
    this.code = detail.code;
    this.param = detail.param;
  }
}

/** 400 invalid_request_error about one parameter. */
export function invalidParam(param: string, message = `Invalid ${param}`, code?: string): StripeError {
  return new StripeError(400, 'invalid_request_error', message, {
    param,
    ...(code === undefined ? {} : { code }),
  });
}

/** 404 resource_missing. */
export function missing(kind: string, id: string): StripeError {
  return new StripeError(404, 'invalid_request_error', `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param: 'id',
  });
}
