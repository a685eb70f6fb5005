import { ApiError } from '../_shared/platform/api-error.ts';
import type { SmsOrder } from '../_shared/sms/sms-sender.ts';

/** `{phone, template, params}` of a notification; params become strings; 400 platform.body_invalid otherwise. */
export function readNotification(body: Readonly<Record<string, unknown>>): SmsOrder {
  const { phone, template, params = {} } = body;
  if (
    typeof phone !== 'string' ||
    typeof template !== 'string' ||
    typeof params !== 'object' ||
    params === null
  )
    throw new ApiError(400, 'platform.body_invalid');
  const texts = Object.entries(params).map(([name, value]) => [name, String(value)] as const);
  return { phone, template, params: Object.fromEntries(texts) };
}
