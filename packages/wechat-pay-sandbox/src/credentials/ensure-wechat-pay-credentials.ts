import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** What both sides of the sandbox know: the merchant's half goes to the payment adapter, the platform's stays here. */
export interface WechatPayCredentials {
  mchid: string;
  appid: string;
  /** 32 characters, shared by merchant and platform (AES-256-GCM). */
  apiV3Key: string;
  /** Serial number of the merchant's API certificate, 40 hex digits. */
  merchantSerialNo: string;
  /** PKCS#8 PEM. */
  merchantPrivateKey: string;
  merchantCertificate: string;
  /** Serial number of the platform certificate, 40 hex digits. */
  platformSerialNo: string;
  platformPrivateKey: string;
  platformCertificate: string;
  /** `PUB_KEY_ID_…`: the id of the key used in platform public key mode. */
  platformPublicKeyId: string;
  platformPublicKeyPrivateKey: string;
  /** SPKI PEM. */
  platformPublicKey: string;
}

/**
 * Reads the credential set of this installation from `<dataDir>/credentials.json`, making it on first use
 * (file mode 0600). Nothing is shared between installations.
 */
export function ensureWechatPayCredentials(dataDir: string): WechatPayCredentials {
  const file = join(dataDir, 'credentials.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as WechatPayCredentials;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const credentials = generate();
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  renameSync(draft, file);
  return credentials;
}

function generate(): WechatPayCredentials {
  const merchant = rsaPair();
  const platform = rsaPair();
  const platformKeyMode = rsaPair();
  const mchid = `19${digits(8)}`;
  const merchantCertificate = selfSignedCertificate(merchant.privateKey, mchid, 5);
  const platformCertificate = selfSignedCertificate(platform.privateKey, 'Tenpay.com sandbox', 5);
  return {
    mchid,
    appid: `wx${randomBytes(8).toString('hex')}`,
    apiV3Key: randomBytes(16).toString('hex'),
    merchantSerialNo: merchantCertificate.serialNo,
    merchantPrivateKey: merchant.privateKey,
    merchantCertificate: merchantCertificate.pem,
    platformSerialNo: platformCertificate.serialNo,
    platformPrivateKey: platform.privateKey,
    platformCertificate: platformCertificate.pem,
    platformPublicKeyId: `PUB_KEY_ID_0${mchid}${digits(20)}`,
    platformPublicKeyPrivateKey: platformKeyMode.privateKey,
    platformPublicKey: platformKeyMode.publicKey,
  };
}

function rsaPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

function digits(count: number): string {
  return Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');
}
