import { ApiError } from '../_shared/platform/api-error.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is paid: an order, or money into the wallet (minor units; `key` makes a repeat the same top-up). */
export type PaymentSubject = { orderId: string } | { amountCents: number; currency: string; key: string };

/** What the app asks for. */
export interface PaymentRequest {
  subject: PaymentSubject;
  method: string;
  returnUrl: string;
}

/**
 * `{order_id, method, return_url}` or `{top_up: {amount_cents, currency, key}, method, return_url}`. 400
 * platform.body_invalid for a missing part, 422 payment.return_url_invalid for an address outside `allowedOrigins`
 * (empty: any http or https address).
 */
export function readRequest(
  body: Readonly<Record<string, unknown>>,
  allowedOrigins: readonly string[],
): PaymentRequest {
  const { method, return_url: returnUrl } = body;
  const subject = readSubject(body);
  if (subject === null || typeof method !== 'string' || typeof returnUrl !== 'string')
    throw new ApiError(400, 'platform.body_invalid');
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : null;
  const allowed = url && (allowedOrigins.length === 0 || allowedOrigins.includes(url.origin));
  if (!url || !allowed || !/^https?:$/.test(url.protocol))
    throw new ApiError(422, 'payment.return_url_invalid');
  return { subject, method, returnUrl: url.href };
}

function readSubject(body: Readonly<Record<string, unknown>>): PaymentSubject | null {
  const { order_id: orderId, top_up: topUp } = body;
  if (typeof orderId === 'string') return uuid.test(orderId) ? { orderId } : null;
  if (typeof topUp !== 'object' || topUp === null) return null;
  const { amount_cents: amountCents, currency, key } = topUp as Readonly<Record<string, unknown>>;
  if (typeof amountCents !== 'number' || !Number.isSafeInteger(amountCents)) return null;
  return typeof currency === 'string' && typeof key === 'string' ? { amountCents, currency, key } : null;
}
