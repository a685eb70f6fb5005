import type { Hono } from 'hono';
import { createWebhookApp } from '../_shared/payment/webhook-app.ts';
import type { Env } from '../_shared/platform/env.ts';

/** Stripe's events: 200, or an error that makes it send again. */
export function createPaymentWebhookStripeApp(env: Env): Hono {
  return createWebhookApp(env, 'stripe', {
    accepted: () => Response.json({ received: true }),
    refused: (status, key) => Response.json({ message: key }, { status }),
  });
}
