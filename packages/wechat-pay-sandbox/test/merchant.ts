import { createDecipheriv, randomBytes, sign, verify } from 'node:crypto';
import type { WechatPayCredentials } from '../src/index.ts';

/** A signed call as a merchant makes it; checks the platform's signature on the answer. */
export async function call(
  url: string,
  credentials: WechatPayCredentials,
  method: string,
  target: string,
  body?: unknown,
  extra: Record<string, string> = {},
): Promise<{
  status: number;
  json: Record<string, unknown>;
  text: string;
  genuine: boolean;
  serial: string;
}> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const timestamp = extra['x-timestamp'] ?? String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const message = `${method}\n${target}\n${timestamp}\n${nonce}\n${text}\n`;
  const signature = sign('sha256', Buffer.from(message), credentials.merchantPrivateKey).toString('base64');
  const response = await fetch(url + target, {
    method,
    headers: {
      accept: 'application/json',
      'user-agent': 'test',
      'content-type': 'application/json',
      authorization:
        `WECHATPAY2-SHA256-RSA2048 mchid="${credentials.mchid}",nonce_str="${nonce}",signature="${signature}",` +
        `timestamp="${timestamp}",serial_no="${credentials.merchantSerialNo}"`,
      ...extra,
    },
    ...(text === '' ? {} : { body: text }),
  });
  const answer = await response.text();
  const serial = response.headers.get('wechatpay-serial') ?? '';
  return {
    status: response.status,
    json: answer.startsWith('{') ? (JSON.parse(answer) as Record<string, unknown>) : {},
    text: answer,
    genuine: isGenuine(response.headers, answer, credentials),
    serial,
  };
}

/** Whether headers carry the platform's signature of `body`, by certificate or public key. */
export function isGenuine(headers: Headers, body: string, credentials: WechatPayCredentials): boolean {
  const message = `${headers.get('wechatpay-timestamp')}\n${headers.get('wechatpay-nonce')}\n${body}\n`;
  const byCertificate = headers.get('wechatpay-serial') === credentials.platformSerialNo;
  const key = byCertificate ? credentials.platformCertificate : credentials.platformPublicKey;
  return verify(
    'sha256',
    Buffer.from(message),
    key,
    Buffer.from(headers.get('wechatpay-signature') ?? '', 'base64'),
  );
}

/** Decrypts an AEAD_AES_256_GCM resource. */
export function open(resource: Record<string, string>, apiV3Key: string): Record<string, unknown> {
  const sealed = Buffer.from(resource.ciphertext ?? '', 'base64');
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce ?? '');
  decipher.setAAD(Buffer.from(resource.associated_data ?? ''));
  decipher.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
}
