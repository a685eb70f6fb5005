import { verify } from 'node:crypto';
import type { WechatPayCredentials } from '../credentials/ensure-wechat-pay-credentials.ts';
import { ApiError } from './api-error.ts';

const scheme = 'WECHATPAY2-SHA256-RSA2048';
const maxSkewSeconds = 300;

/** The parts of a request that the signature covers. `target` is path and query as sent. */
export interface SignedRequest {
  method: string;
  target: string;
  body: string;
  authorization: string | undefined;
}

/**
 * Checks the merchant's signature over `METHOD\nTARGET\ntimestamp\nnonce\nbody\n`.
 * Throws ApiError 401 SIGN_ERROR when any part is missing, stale or wrong.
 */
export function verifyAuthorization(request: SignedRequest, credentials: WechatPayCredentials): void {
  const header = request.authorization ?? '';
  if (!header.startsWith(`${scheme} `)) throw signError('Http头Authorization缺失或认证类型不是' + scheme);
  const part = fields(header.slice(scheme.length + 1));
  const { mchid, nonce_str: nonce, signature, timestamp, serial_no: serialNo } = part;
  if (!mchid || !nonce || !signature || !timestamp || !serialNo)
    throw signError('Http头Authorization值格式错误');
  if (mchid !== credentials.mchid) throw signError('商户号mchid不存在');
  if (serialNo !== credentials.merchantSerialNo) throw signError('商户证书序列号有误');
  const skew = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!(skew <= maxSkewSeconds))
    throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  const message = `${request.method}\n${request.target}\n${timestamp}\n${nonce}\n${request.body}\n`;
  const genuine = verify(
    'sha256',
    Buffer.from(message, 'utf8'),
    credentials.merchantCertificate,
    Buffer.from(signature, 'base64'),
  );
  if (!genuine) throw signError('签名错误');
}

function fields(text: string): Record<string, string | undefined> {
  return Object.fromEntries(Array.from(text.matchAll(/(\w+)="([^"]*)"/g), (m) => [m[1], m[2]]));
}

function signError(message: string): ApiError {
  return new ApiError(401, 'SIGN_ERROR', message);
}
