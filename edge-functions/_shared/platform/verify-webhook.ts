import { ApiError } from './api-error.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { sameSecret } from './same-secret.ts';

const maxSkewSeconds = 300;

/**
 * Verifies a Standard Webhooks signature (standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`. `secret` is
 * `v1,whsec_<base64>`; several, parted by `|`, are accepted while keys roll over. Throws 401 auth.hook_signature_invalid.
 */
export async function verifyWebhook(headers: Headers, body: string, secret: string): Promise<void> {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= maxSkewSeconds;
  const offered = (headers.get('webhook-signature') ?? '').split(' ').map((one) => one.replace(/^v1,/, ''));
  if (id !== '' && timestamp !== '' && fresh) {
    for (const one of secret.split('|')) {
      const expected = await hmac(
        one.replace(/^v1,/, '').replace(/^whsec_/, ''),
        `${id}.${timestamp}.${body}`,
      );
      if (offered.some((signature) => sameSecret(signature, expected))) return;
    }
  }
  throw new ApiError(401, 'auth.hook_signature_invalid');
}

async function hmac(secret: string, message: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', fromBase64(secret), algorithm, false, ['sign']);
  return toBase64(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(message)));
}
