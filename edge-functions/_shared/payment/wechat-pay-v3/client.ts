import { ProviderError } from '../provider-error.ts';
import { authorization } from './authorization.ts';
import type { WechatPayConfig } from './config.ts';
import { parseAnswer, type WechatAnswer } from './parse-answer.ts';
import { derOf } from '../signing/pem.ts';
import { createFindPlatformKey } from './platform-keys.ts';
import { signingKey } from '../signing/rsa.ts';
import { verifySignature, type FindPlatformKey } from './verify-signature.ts';
import { wechatError } from './wechat-error.ts';

const timeoutMs = 8000;

/** Signed calls to the platform. `target` is path and query; the answer's signature is verified. */
export interface WechatClient {
  call(
    method: 'GET' | 'POST',
    target: string,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<WechatAnswer>;
  /** The text of a file; its answer is not signed. */
  download(target: string): Promise<string>;
  findPlatformKey: FindPlatformKey;
}

/** Makes a client; throws ProviderError from every call that does not end well. */
export function createClient(config: WechatPayConfig): WechatClient {
  let key: Promise<CryptoKey> | undefined;

  async function exchange(
    method: string,
    target: string,
    body: string,
  ): Promise<{ response: Response; text: string }> {
    key ??= signingKey(derOf(config.privateKey, 'PRIVATE KEY'));
    const headers: Record<string, string> = {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'linli-wechat-pay/1',
      authorization: await authorization(config, await key, method, target, body),
    };
    if (config.platformKeyId) headers['wechatpay-serial'] = config.platformKeyId;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const init = { method, headers, signal, ...(body === '' ? {} : { body }) };
      const response = await fetch(config.baseUrl + target, init);
      return { response, text: await response.text() };
    } catch (error) {
      throw new ProviderError('payment.provider_unavailable', 'NETWORK', String(error), true);
    }
  }

  const findPlatformKey = createFindPlatformKey(config, () => exchange('GET', '/v3/certificates', ''));
  return {
    findPlatformKey,
    async download(target) {
      const { response, text } = await exchange('GET', target, '');
      if (!response.ok) throw wechatError(response.status, parseAnswer(text));
      return text;
    },
    async call(method, target, body) {
      const { response, text } = await exchange(method, target, body ? JSON.stringify(body) : '');
      // Errors come with or without a signature; where there is one it must be right.
      if (response.ok || response.headers.has('wechatpay-signature'))
        await verifySignature(response.headers, text, findPlatformKey);
      const answer = parseAnswer(text);
      if (!response.ok) throw wechatError(response.status, answer);
      return answer;
    },
  };
}
