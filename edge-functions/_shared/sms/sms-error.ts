/** Why a message was not taken. */
export type SmsErrorKey =
  'sms.phone_invalid' | 'sms.rate_limited' | 'sms.carrier_unavailable' | 'sms.carrier_refused';

/** A failure at the carrier; `code` is the carrier's own. */
export class SmsError extends Error {
  readonly key: SmsErrorKey;
  readonly code: string;
  /** The HTTP status for our caller. */
  readonly status: number;

  constructor(key: SmsErrorKey, code: string, message: string) {
    super(`${key} (${code}): ${message}`);
    this.name = 'SmsError';
    this.key = key;
    this.code = code;
    this.status = statuses[key];
  }
}

const statuses: Readonly<Record<SmsErrorKey, number>> = {
  'sms.phone_invalid': 422,
  'sms.rate_limited': 429,
  'sms.carrier_unavailable': 503,
  'sms.carrier_refused': 502,
};
