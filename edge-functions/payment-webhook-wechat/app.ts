import type { Hono } from 'hono';
import { createWebhookApp } from '../_shared/payment/webhook-app.ts';
import type { Env } from '../_shared/platform/env.ts';

/** WeChat Pay's notifications: 204, or `{code: "FAIL", message}`. */
export function createPaymentWebhookWechatApp(env: Env): Hono {
  return createWebhookApp(env, 'wechat_pay', {
    accepted: () => new Response(null, { status: 204 }),
    refused: (status, key) => Response.json({ code: 'FAIL', message: key }, { status }),
  });
}
