import { randomBytes, sign } from 'node:crypto';
import type { WechatPayCredentials } from '../credentials/ensure-wechat-pay-credentials.ts';

/** Which of the platform's keys signs: that of its certificate, or that of public key mode. */
export type PlatformKey = 'certificate' | 'public_key';

/** The headers that WeChat Pay puts on answers and notifications: signature over `timestamp\nnonce\nbody\n`. */
export function platformSignature(
  body: string,
  credentials: WechatPayCredentials,
  key: PlatformKey,
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const message = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`, 'utf8');
  const byCertificate = key === 'certificate';
  const privateKey = byCertificate ? credentials.platformPrivateKey : credentials.platformPublicKeyPrivateKey;
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': sign('sha256', message, privateKey).toString('base64'),
    'wechatpay-serial': byCertificate ? credentials.platformSerialNo : credentials.platformPublicKeyId,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
