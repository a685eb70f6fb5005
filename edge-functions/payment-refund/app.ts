import { Hono } from 'hono';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import { rowError } from '../_shared/payment/row-error.ts';
import { answerError } from '../_shared/platform/answer-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { readLimit } from '../_shared/platform/read-limit.ts';
import { requireService } from '../_shared/platform/require-service.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';
import { requestRefund, type ClaimedRefund } from './request-refund.ts';

const defaultLimit = 20;

/** Service role only: claims open refunds (`{limit?}`) and asks the providers; answers one result a row. */
export function createPaymentRefundApp(env: Env): Hono {
  const app = new Hono();
  const findProvider = createFindProvider(env);

  app.post('*', async (c) => {
    requireService(c.req.raw.headers, env);
    const limit = readLimit(readJson(await c.req.text()), defaultLimit);
    const rpc = serviceRpc(env);
    const rows = await rpc<ClaimedRefund[]>('claim_refunds', { p_limit: limit });
    const results = [];
    for (const row of rows) {
      const { refund_id, out_refund_no } = row;
      try {
        const status = await requestRefund(rpc, findProvider(row.provider), row);
        results.push({ refund_id, out_refund_no, status });
      } catch (error) {
        results.push({ refund_id, out_refund_no, status: 'error', ...rowError(error) });
      }
    }
    return c.json({ results });
  });

  app.onError(answerError);
  return app;
}
