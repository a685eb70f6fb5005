import { ProviderError } from '../provider-error.ts';
import type { AlipayClient } from './client.ts';
import type { AlipayConfig } from './config.ts';
import { signContent } from './sign-content.ts';

/**
 * The fields of an asynchronous notification. Throws ProviderError payment.signature_invalid for anything that is not
 * Alipay's word to this app.
 */
export async function readNotification(
  config: AlipayConfig,
  client: AlipayClient,
  body: string,
): Promise<Readonly<Record<string, string | undefined>>> {
  const fields: Record<string, string> = Object.fromEntries(new URLSearchParams(body));
  const content = signContent(fields, ['sign', 'sign_type']);
  if (fields.sign_type !== 'RSA2' || !(await client.isGenuine(fields.sign ?? '', content)))
    throw new ProviderError('payment.signature_invalid', 'WRONG', 'the notification is not signed by Alipay');
  if (fields.app_id !== config.appId)
    throw new ProviderError('payment.signature_invalid', 'FOREIGN', `app_id is not ${config.appId}`);
  return fields;
}
