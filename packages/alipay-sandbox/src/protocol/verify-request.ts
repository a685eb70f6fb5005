import { verify } from 'node:crypto';
import type { AlipayCredentials } from '../credentials.ts';
import { invalid } from './business-error.ts';
import { signContent } from './sign-content.ts';

/** Checks the public parameters and the merchant's RSA2 signature; throws 40002 with Alipay's sub codes. */
export function verifyRequest(
  params: Readonly<Record<string, string>>,
  credentials: AlipayCredentials,
): void {
  if (params.app_id !== credentials.appId) throw invalid('isv.invalid-app-id', '无效的AppID参数');
  if (params.sign_type !== 'RSA2') throw invalid('isv.invalid-signature-type', '无效的签名类型');
  if (params.charset?.toLowerCase() !== 'utf-8') throw invalid('isv.invalid-charset', '字符集错误');
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(params.timestamp ?? ''))
    throw invalid('isv.invalid-timestamp', '非法的时间戳参数');
  const genuine = verify(
    'sha256',
    Buffer.from(signContent(params), 'utf8'),
    credentials.merchantPublicKey,
    Buffer.from(params.sign ?? '', 'base64'),
  );
  if (!genuine) throw invalid('isv.invalid-signature', '无效签名');
}
