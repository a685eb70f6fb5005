import { Hono } from 'hono';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import { ProviderError } from '../_shared/payment/provider-error.ts';
import { recordEvent } from '../_shared/payment/record-event.ts';
import { ApiError } from '../_shared/platform/api-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';

/**
 * WeChat Pay's notifications: 204 once the database has the event, 401 for a signature that is not the platform's,
 * 5xx when the event could not be recorded, so that the platform sends it again.
 */
export function createPaymentWebhookWechatApp(env: Env): Hono {
  const app = new Hono();
  const findProvider = createFindProvider(env);

  app.post('*', async (c) => {
    const body = await c.req.text();
    const event = await findProvider('wechat_pay').parseNotification(c.req.raw.headers, body);
    if (event) await recordEvent(serviceRpc(env), 'wechat_pay', event);
    return c.body(null, 204);
  });

  app.onError((error, c) => {
    console.error(error instanceof Error ? error.message : error);
    const forged = error instanceof ProviderError && error.key === 'payment.signature_invalid';
    const known = error instanceof ApiError || error instanceof ProviderError;
    return c.json({ code: 'FAIL', message: known ? error.key : 'platform.internal' }, forged ? 401 : 500);
  });

  return app;
}
