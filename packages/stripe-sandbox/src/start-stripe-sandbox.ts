import { Notifier, openState, postNotification, serve } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { apiRoutes } from './api/api-routes.ts';
import { checkoutRoutes } from './checkout/checkout-routes.ts';
import { controlRoutes } from './control/control-routes.ts';
import { ensureStripeCredentials, type StripeCredentials } from './credentials.ts';
import { signEvent } from './protocol/sign-event.ts';
import { stripeRetryDelaysMs } from './protocol/stripe-retry-delays.ts';
import type { Sandbox } from './sandbox.ts';
import type { SandboxState } from './state.ts';

export interface StripeSandboxOptions {
  /** Folder of credentials.json and state.json. */
  dataDir: string;
  /** 0 takes a free port. */
  port: number;
  /** The webhook endpoint; default none. */
  webhookUrl?: string;
  /** Waits between delivery attempts in milliseconds; default Stripe's own schedule. */
  retryDelaysMs?: readonly number[];
  /** What a refund is at first; default succeeded. `pending` leaves its end to the control endpoint. */
  refundStatus?: 'succeeded' | 'pending';
}

export interface RunningStripeSandbox {
  url: string;
  credentials: StripeCredentials;
  stop(): Promise<void>;
}

/** Starts the sandbox on 127.0.0.1. Rejects with the server's error (EADDRINUSE) when the port is taken. */
export async function startStripeSandbox(options: StripeSandboxOptions): Promise<RunningStripeSandbox> {
  const credentials = ensureStripeCredentials(options.dataDir);
  const file = openState<SandboxState>(options.dataDir, [
    'sessions',
    'intent_metadata',
    'payment_intents',
    'charges',
    'refunds',
    'balance_transactions',
    'kept_answers',
    'notifications',
  ]);
  const notifier = new Notifier({
    file,
    delaysMs: options.retryDelaysMs ?? stripeRetryDelaysMs,
    post: ({ url, body }) =>
      postNotification(
        url,
        {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signEvent(body, credentials.webhookSecret),
        },
        body,
        (status) => status >= 200 && status < 300,
      ),
  });
  const sandbox: Sandbox = {
    url: '',
    credentials,
    file,
    notifier,
    failures: [],
    webhookUrl: options.webhookUrl ?? null,
    refundStatus: options.refundStatus ?? 'succeeded',
  };
  const app = new Hono();
  app.route('/v1', apiRoutes(sandbox));
  app.route('/c/pay', checkoutRoutes(sandbox));
  app.route('/sandbox', controlRoutes(sandbox));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) => c.json({ name: 'Stripe sandbox', health: '/health', control: '/sandbox/sessions' }));

  const served = await serve(app, options.port);
  sandbox.url = served.url;
  notifier.resume();
  return {
    url: served.url,
    credentials,
    async stop() {
      await Promise.all([served.stop(), notifier.stop()]);
    },
  };
}
