import { toHex } from '../../platform/hex.ts';

const algorithm = 'ACS3-HMAC-SHA256';
const encoder = new TextEncoder();

/**
 * Signs an RPC-style call with an empty body (Alibaba Cloud OpenAPI, “V3 request body & signature”): the returned
 * headers carry the signature over method, path `/`, `query` (canonical already), signed headers and body hash.
 */
export async function signAcs3(
  host: string,
  action: string,
  version: string,
  query: string,
  accessKeyId: string,
  accessKeySecret: string,
): Promise<Record<string, string>> {
  const bodyHash = await sha256('');
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': crypto.randomUUID(),
    'x-acs-version': version,
  };
  const signedHeaders = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ['POST', '/', query, lines.join(''), signedHeaders, bodyHash].join('\n');
  const secret = encoder.encode(accessKeySecret);
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const message = encoder.encode(`${algorithm}\n${await sha256(canonical)}`);
  const signature = toHex(await crypto.subtle.sign('HMAC', key, message));
  const { host: _, ...sent } = headers;
  return {
    ...sent,
    authorization: `${algorithm} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`,
  };
}

async function sha256(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}
