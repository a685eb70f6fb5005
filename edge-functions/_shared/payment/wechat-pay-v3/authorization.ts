import { toHex } from '../../platform/hex.ts';
import { signText } from '../signing/rsa.ts';
import type { WechatPayConfig } from './config.ts';

/**
 * The Authorization header of a request: SHA256-RSA2048 over `METHOD\nTARGET\ntimestamp\nnonce\nbody\n`
 * (WeChat Pay API v3, “签名生成”). `target` is path and query.
 */
export async function authorization(
  config: WechatPayConfig,
  key: CryptoKey,
  method: string,
  target: string,
  body: string,
): Promise<string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const nonce = toHex(crypto.getRandomValues(new Uint8Array(16)));
  const message = `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`;
  const signature = await signText(key, message);
  return (
    `WECHATPAY2-SHA256-RSA2048 mchid="${config.mchid}",nonce_str="${nonce}",` +
    `signature="${signature}",timestamp="${timestamp}",serial_no="${config.serialNo}"`
  );
}
