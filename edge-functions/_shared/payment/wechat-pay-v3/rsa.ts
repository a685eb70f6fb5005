const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** A private key for SHA256-RSA2048 from PKCS#8. */
export function signingKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}

/** A public key for SHA256-RSA2048 from SubjectPublicKeyInfo. */
export function verifyingKey(spki: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
}
