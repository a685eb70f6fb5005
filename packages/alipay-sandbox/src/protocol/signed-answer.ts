import { sign } from 'node:crypto';
import type { AlipayCredentials } from '../credentials.ts';

/** `{"<method>_response": {…}, "sign": "…"}`: the signature is over the text of the inner object. */
export function signedAnswer(
  method: string,
  content: Readonly<Record<string, unknown>>,
  credentials: AlipayCredentials,
): string {
  const text = JSON.stringify(content);
  const signature = sign('sha256', Buffer.from(text, 'utf8'), credentials.alipayPrivateKey).toString(
    'base64',
  );
  return `{"${method.replaceAll('.', '_')}_response":${text},"sign":"${signature}"}`;
}
