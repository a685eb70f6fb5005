import type { Hono } from 'hono';
import { createWebhookApp } from '../_shared/payment/webhook-app.ts';
import type { Env } from '../_shared/platform/env.ts';

/** Alipay's asynchronous notifications: the text `success`, or anything else. */
export function createPaymentWebhookAlipayApp(env: Env): Hono {
  return createWebhookApp(env, 'alipay', {
    accepted: () => new Response('success'),
    refused: (status) => new Response('fail', { status }),
  });
}
