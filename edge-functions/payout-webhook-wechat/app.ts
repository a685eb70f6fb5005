import { Hono } from 'hono';
import { ApiError } from '../_shared/platform/api-error.ts';
import { ProviderError } from '../_shared/payment/provider-error.ts';
import { wechatTransferFromEnv } from '../_shared/payout/find-payout-provider.ts';
import { recordPayout } from '../_shared/payout/record-payout.ts';
import type { Env } from '../_shared/platform/env.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';

/**
 * WeChat Pay's notifications of transfers: 204 once the database has it, 401 for what the platform did not sign, 500 when
 * it could not be recorded, so that it comes again.
 */
export function createPayoutWebhookWechatApp(env: Env): Hono {
  const app = new Hono();
  const provider = wechatTransferFromEnv(env);

  app.post('*', async (c) => {
    if (!provider) throw new ApiError(422, 'payment.method_unavailable');
    const state = await provider.parseWebhook(c.req.raw.headers, await c.req.text());
    if (state) await recordPayout(serviceRpc(env), state, state.amountCents ?? 0);
    return c.body(null, 204);
  });

  app.onError((error, c) => {
    console.error(error instanceof Error ? error.message : error);
    const isForged = error instanceof ProviderError && error.key === 'payment.signature_invalid';
    const isKnown = error instanceof ApiError || error instanceof ProviderError;
    return c.json({ code: 'FAIL', message: isKnown ? error.key : 'platform.internal' }, isForged ? 401 : 500);
  });

  return app;
}
