import { createHmac } from 'node:crypto';

/**
 * Headers of a Standard Webhooks call (https://www.standardwebhooks.com): HMAC-SHA-256 over `id.timestamp.body`,
 * one signature for each secret (`v1,whsec_<base64>`), so that a secret can be rotated.
 */
export function signWebhook(
  secrets: string[],
  id: string,
  timestampSeconds: number,
  body: string,
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secret.indexOf('whsec_') + 'whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signatures.join(' '),
  };
}
