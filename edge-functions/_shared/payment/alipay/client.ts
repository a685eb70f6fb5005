import { chinaTime } from '../china-time.ts';
import { ProviderError } from '../provider-error.ts';
import { isSignatureOf, signText, signingKey, verifyingKey } from '../signing/rsa.ts';
import { alipayError } from './alipay-error.ts';
import type { AlipayConfig } from './config.ts';
import { readAnswer } from './read-answer.ts';
import { readKey } from './read-key.ts';
import { signContent } from './sign-content.ts';

const timeoutMs = 8000;

type Fields = Readonly<Record<string, unknown>>;

/** Signed calls to the gateway (RSA2). */
export interface AlipayClient {
  /** The fields of a successful answer, its signature verified; throws ProviderError otherwise. */
  call(method: string, content: Fields): Promise<Fields>;
  /** A signed address that the payer opens. */
  address(method: string, content: Fields, returnUrl: string): Promise<string>;
  /** Whether the text was signed by Alipay. */
  isGenuine(signature: string, text: string): Promise<boolean>;
}

/** Makes a client. */
export function createClient(config: AlipayConfig): AlipayClient {
  let own: Promise<CryptoKey> | undefined;
  let foreign: Promise<CryptoKey> | undefined;

  async function isGenuine(signature: string, text: string): Promise<boolean> {
    foreign ??= verifyingKey(readKey(config.alipayPublicKey, 'PUBLIC KEY'));
    return isSignatureOf(await foreign, signature, text);
  }

  async function signed(
    method: string,
    content: Fields,
    more: Record<string, string>,
  ): Promise<URLSearchParams> {
    own ??= signingKey(readKey(config.privateKey, 'PRIVATE KEY'));
    const params: Record<string, string> = {
      app_id: config.appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: chinaTime(new Date().toISOString()).slice(0, 19).replace('T', ' '),
      version: '1.0',
      biz_content: JSON.stringify(content),
      ...more,
    };
    params.sign = await signText(await own, signContent(params, ['sign']));
    return new URLSearchParams(params);
  }

  return {
    isGenuine,

    async address(method, content, returnUrl) {
      const params = await signed(method, content, { notify_url: config.notifyUrl, return_url: returnUrl });
      return `${config.gatewayUrl}?${params}`;
    },

    async call(method, content) {
      const params = await signed(method, content, {});
      const body = new URLSearchParams({ biz_content: params.get('biz_content') ?? '' });
      params.delete('biz_content');
      let status: number;
      let text: string;
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await fetch(`${config.gatewayUrl}?${params}`, { method: 'POST', body, signal });
        status = response.status;
        text = await response.text();
      } catch (error) {
        throw new ProviderError('payment.provider_unavailable', 'NETWORK', String(error), true);
      }
      const answer = readAnswer(method, text);
      if (!answer)
        throw new ProviderError('payment.provider_unavailable', `HTTP_${status}`, 'no readable answer', true);
      // Errors come with or without a signature; where there is one it must be right.
      const isSuccess = answer.fields.code === '10000';
      const mustBeSigned = isSuccess || answer.signature !== null;
      if (mustBeSigned && !(await isGenuine(answer.signature ?? '', answer.signed)))
        throw new ProviderError('payment.signature_invalid', 'WRONG', 'the answer is not signed by Alipay');
      if (!isSuccess) throw alipayError(answer.fields);
      return answer.fields;
    },
  };
}
