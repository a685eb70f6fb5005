import { createHmac } from 'node:crypto';
import { unixNow } from './unix-now.ts';

/** The Stripe-Signature header of a webhook: HMAC-SHA256 over `timestamp.body`. */
export function signEvent(body: string, secret: string): string {
  const timestamp = unixNow();
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}
