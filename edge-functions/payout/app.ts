import { Hono } from 'hono';
import { rowError } from '../_shared/payment/row-error.ts';
import { createFindPayoutProvider } from '../_shared/payout/find-payout-provider.ts';
import { answerError } from '../_shared/platform/answer-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { readLimit } from '../_shared/platform/read-limit.ts';
import { requireService } from '../_shared/platform/require-service.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';
import { payOut, type ClaimedPayout } from './pay-out.ts';

const defaultLimit = 20;

/** Service role only: claims approved payouts (`{limit?}`) and has a provider pay them; answers one result a row. */
export function createPayoutApp(env: Env): Hono {
  const app = new Hono();
  const findProvider = createFindPayoutProvider(env);

  app.post('*', async (c) => {
    requireService(c.req.raw.headers, env);
    const limit = readLimit(readJson(await c.req.text()), defaultLimit);
    const rpc = serviceRpc(env);
    const rows = await rpc<ClaimedPayout[]>('claim_payouts', { p_limit: limit });
    const results = [];
    for (const row of rows) {
      const { payout_id, out_payout_no } = row;
      try {
        results.push({ payout_id, out_payout_no, status: await payOut(rpc, findProvider, row) });
      } catch (error) {
        results.push({ payout_id, out_payout_no, status: 'error', ...rowError(error) });
      }
    }
    return c.json({ results });
  });

  app.onError(answerError);
  return app;
}
