import { ProviderError } from '../provider-error.ts';
import type { WechatPayConfig } from './config.ts';
import { textOf } from './fields.ts';
import { openResource, type SealedResource } from './open-resource.ts';
import type { WechatAnswer } from './parse-answer.ts';
import { verifySignature, type FindPlatformKey } from './verify-signature.ts';

/** A notification of the platform, verified and decrypted. */
export interface OpenNotification {
  id: string;
  eventType: string;
  resource: WechatAnswer;
}

interface Envelope {
  id: string;
  event_type: string;
  resource: SealedResource;
}

/**
 * Verifies and decrypts a notification. Throws ProviderError payment.signature_invalid for anything that is not the
 * platform's word to this merchant.
 */
export async function openNotification(
  config: WechatPayConfig,
  findKey: FindPlatformKey,
  headers: Headers,
  body: string,
): Promise<OpenNotification> {
  await verifySignature(headers, body, findKey);
  const envelope = JSON.parse(body) as Envelope;
  const resource = JSON.parse(await openResource(envelope.resource, config.apiV3Key)) as WechatAnswer;
  // Transfers write it mch_id.
  const mchid = textOf(resource, 'mchid') ?? textOf(resource, 'mch_id');
  if (mchid !== config.mchid)
    throw new ProviderError('payment.signature_invalid', 'FOREIGN', `mchid is not ${config.mchid}`);
  return { id: envelope.id, eventType: envelope.event_type, resource };
}
