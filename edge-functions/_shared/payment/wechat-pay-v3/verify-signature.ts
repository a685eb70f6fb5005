import { ProviderError } from '../provider-error.ts';
import { isSignatureOf } from '../signing/rsa.ts';

const maxSkewSeconds = 300;

/** Finds the platform's public key by the serial number in the headers; null where it is not the platform's. */
export type FindPlatformKey = (serialNo: string) => Promise<CryptoKey | null>;

/**
 * Verifies the platform's signature over `timestamp\nnonce\nbody\n` on an answer or a notification.
 * Throws ProviderError payment.signature_invalid when it is missing, older than 5 minutes or wrong.
 */
export async function verifySignature(
  headers: Headers,
  body: string,
  findKey: FindPlatformKey,
): Promise<void> {
  const timestamp = headers.get('wechatpay-timestamp') ?? '';
  const nonce = headers.get('wechatpay-nonce') ?? '';
  const signature = headers.get('wechatpay-signature') ?? '';
  const serialNo = headers.get('wechatpay-serial') ?? '';
  if (!timestamp || !nonce || !signature || !serialNo)
    throw invalid('MISSING', 'signature headers are missing');
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= maxSkewSeconds))
    throw invalid('STALE', `timestamp ${timestamp} is more than ${maxSkewSeconds} s away`);
  const key = await findKey(serialNo);
  if (!key) throw invalid('UNKNOWN_SERIAL', `serial ${serialNo} is not the platform's`);
  // The platform's own signature probes are not even base64.
  if (!(await isSignatureOf(key, signature, `${timestamp}\n${nonce}\n${body}\n`)))
    throw invalid('WRONG', 'the signature does not match');
}

function invalid(code: string, message: string): ProviderError {
  return new ProviderError('payment.signature_invalid', code, message);
}
