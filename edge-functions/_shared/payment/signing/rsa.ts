import { fromBase64, toBase64 } from '../../platform/base64.ts';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** A private key for SHA256-RSA2048 from PKCS#8. */
export function signingKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}

/** A public key for SHA256-RSA2048 from SubjectPublicKeyInfo. */
export function verifyingKey(spki: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
}

/** Base64 of the SHA256-RSA2048 signature of a text. */
export async function signText(key: CryptoKey, text: string): Promise<string> {
  return toBase64(await crypto.subtle.sign(algorithm.name, key, new TextEncoder().encode(text)));
}

/** Whether `signature` (base64) is the key's over `text`; false too where it is no base64. */
export async function isSignatureOf(key: CryptoKey, signature: string, text: string): Promise<boolean> {
  try {
    return await crypto.subtle.verify(
      algorithm.name,
      key,
      fromBase64(signature),
      new TextEncoder().encode(text),
    );
  } catch {
    return false;
  }
}
