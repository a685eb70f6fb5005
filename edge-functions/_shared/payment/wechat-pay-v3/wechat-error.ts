import { ProviderError } from '../provider-error.ts';

/** Codes after which the same request may succeed: the platform was busy, or money will be there later. */
const retryable = new Set([
  'SYSTEM_ERROR',
  'FREQUENCY_LIMITED',
  'BANK_ERROR',
  'NOT_ENOUGH',
  'STATEMENT_CREATING',
]);

/** The error of an answer other than 2xx: `{code, message}` by WeChat Pay's error table. */
export function wechatError(status: number, body: Readonly<Record<string, unknown>>): ProviderError {
  const code = typeof body.code === 'string' ? body.code : `HTTP_${status}`;
  const message = typeof body.message === 'string' ? body.message : `HTTP ${status}`;
  if (code === 'ORDERPAID') return new ProviderError('payment.already_paid', code, message);
  if (code === 'ORDER_CLOSED') return new ProviderError('payment.charge_closed', code, message);
  if (status >= 500 || status === 429 || retryable.has(code))
    return new ProviderError('payment.provider_unavailable', code, message, true);
  return new ProviderError('payment.provider_refused', code, message);
}
