import { chargeEvent } from '../charge-event.ts';
import type { PaymentEvent } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';
import { refundEvent } from '../refund-event.ts';
import { chargeState } from './charge-state.ts';
import type { WechatAnswer } from './parse-answer.ts';
import type { WechatPayConfig } from './config.ts';
import { textOf } from './fields.ts';
import { openResource, type SealedResource } from './open-resource.ts';
import { refundState } from './refund-state.ts';
import { verifySignature, type FindPlatformKey } from './verify-signature.ts';

interface Envelope {
  id: string;
  event_type: string;
  resource: SealedResource;
}

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
  await verifySignature(headers, body, findKey);
  const envelope = JSON.parse(body) as Envelope;
  const isRefund = envelope.event_type.startsWith('REFUND.');
  if (!isRefund && envelope.event_type !== 'TRANSACTION.SUCCESS') return null;
  const resource = JSON.parse(await openResource(envelope.resource, config.apiV3Key)) as WechatAnswer;
  if (textOf(resource, 'mchid') !== config.mchid)
    throw new ProviderError('payment.signature_invalid', 'FOREIGN', `mchid is not ${config.mchid}`);
  const event = isRefund ? eventOfRefund(resource) : chargeEvent(chargeState('', resource));
  return event && { ...event, eventId: envelope.id };
}

function eventOfRefund(resource: WechatAnswer): PaymentEvent | null {
  return refundEvent(refundState('', resource), '', 0);
}
