import { randomBytes } from 'node:crypto';
import { digits, ensureCredentials, rsaPair } from '@linli/sandbox-kit';
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

/** The credential set of this installation, `<dataDir>/credentials.json`, made on first use. */
export function ensureWechatPayCredentials(dataDir: string): WechatPayCredentials {
  return ensureCredentials(dataDir, generate);
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
