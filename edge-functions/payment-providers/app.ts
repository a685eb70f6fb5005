import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { offeredProviders } from '../_shared/payment/offered-providers.ts';
import type { Env } from '../_shared/platform/env.ts';

/**
 * What can be paid with here, for anybody: `{providers: [{provider, currencies}]}`, the first choice first. A provider
 * without keys is not in it.
 */
export function createPaymentProvidersApp(env: Env): Hono {
  const app = new Hono();
  const providers = offeredProviders(env);
  app.use(cors({ origin: '*', allowHeaders: ['authorization', 'apikey', 'content-type', 'x-client-info'] }));
  app.on(['GET', 'POST'], '*', (c) => c.json({ providers }));
  return app;
}
