import { generateKeyPairSync } from 'node:crypto';

/** A new RSA-2048 key pair as PEM: PKCS#8 and SPKI. */
export function rsaPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}
