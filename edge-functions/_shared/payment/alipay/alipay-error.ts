import { ProviderError } from '../provider-error.ts';

/** Sub codes after which the same request may succeed: the platform was busy, or money will be there later. */
const retryable = new Set([
  'ACQ.SYSTEM_ERROR',
  'aop.ACQ.SYSTEM_ERROR',
  'isp.unknow-error',
  'ACQ.SELLER_BALANCE_NOT_ENOUGH',
]);

/** The error of an answer whose code is not 10000, by Alipay's table of codes. */
export function alipayError(fields: Readonly<Record<string, unknown>>): ProviderError {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const code = text('sub_code') || text('code') || 'UNREADABLE';
  const message = text('sub_msg') || text('msg') || 'no message';
  if (code === 'ACQ.TRADE_HAS_SUCCESS') return new ProviderError('payment.already_paid', code, message);
  if (code === 'ACQ.TRADE_HAS_CLOSE') return new ProviderError('payment.charge_closed', code, message);
  if (text('code') === '20000' || retryable.has(code))
    return new ProviderError('payment.provider_unavailable', code, message, true);
  return new ProviderError('payment.provider_refused', code, message);
}
