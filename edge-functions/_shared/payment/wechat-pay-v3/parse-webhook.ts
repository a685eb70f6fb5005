import { chargeEvent } from '../charge-event.ts';
import type { PaymentEvent } from '../payment-provider.ts';
import { refundEvent } from '../refund-event.ts';
import { chargeState } from './charge-state.ts';
import type { WechatPayConfig } from './config.ts';
import { openNotification } from './open-notification.ts';
import { refundState } from './refund-state.ts';
import type { FindPlatformKey } from './verify-signature.ts';

/**
 * Verifies, decrypts and reads a notification. Null for event types other than TRANSACTION.SUCCESS and REFUND.*.
 * Throws ProviderError payment.signature_invalid for anything that is not the platform's word to this merchant.
 */
export async function parseWebhook(
  config: WechatPayConfig,
  findKey: FindPlatformKey,
  headers: Headers,
  body: string,
): Promise<PaymentEvent | null> {
  const { id, eventType, resource } = await openNotification(config, findKey, headers, body);
  const isRefund = eventType.startsWith('REFUND.');
  if (!isRefund && eventType !== 'TRANSACTION.SUCCESS') return null;
  const event = isRefund
    ? refundEvent(refundState('', resource), '', 0)
    : chargeEvent(chargeState('', resource));
  return event && { ...event, eventId: id };
}
