import { ApiError } from '../_shared/platform/api-error.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the app asks for. */
export interface PaymentRequest {
  orderId: string;
  method: string;
  returnUrl: string;
}

/**
 * `{order_id, method, return_url}`. 400 platform.body_invalid for a missing part, 422 payment.return_url_invalid for an
 * address outside `allowedOrigins` (empty: any http or https address).
 */
export function readRequest(
  body: Readonly<Record<string, unknown>>,
  allowedOrigins: readonly string[],
): PaymentRequest {
  const { order_id: orderId, method, return_url: returnUrl } = body;
  if (
    typeof orderId !== 'string' ||
    !uuid.test(orderId) ||
    typeof method !== 'string' ||
    typeof returnUrl !== 'string'
  )
    throw new ApiError(400, 'platform.body_invalid');
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : null;
  const allowed = url && (allowedOrigins.length === 0 || allowedOrigins.includes(url.origin));
  if (!url || !allowed || !/^https?:$/.test(url.protocol))
    throw new ApiError(422, 'payment.return_url_invalid');
  return { orderId, method, returnUrl: url.href };
}
