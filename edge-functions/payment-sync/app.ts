import { Hono } from 'hono';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import { rowError } from '../_shared/payment/row-error.ts';
import { answerError } from '../_shared/platform/answer-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { readLimit } from '../_shared/platform/read-limit.ts';
import { requireService } from '../_shared/platform/require-service.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';
import { syncRow, type StaleRow } from './sync-row.ts';

const defaultLimit = 50;

/** Service role only: asks providers about charges and refunds without an outcome (`{limit?}`); one result a row. */
export function createPaymentSyncApp(env: Env): Hono {
  const app = new Hono();
  const findProvider = createFindProvider(env);

  app.post('*', async (c) => {
    requireService(c.req.raw.headers, env);
    const limit = readLimit(readJson(await c.req.text()), defaultLimit);
    const rpc = serviceRpc(env);
    const rows = await rpc<StaleRow[]>('list_stale_payments', { p_limit: limit });
    const results = [];
    for (const row of rows) {
      const { kind, out_trade_no, out_refund_no } = row;
      try {
        const status = await syncRow(rpc, findProvider(row.provider), row);
        results.push({ kind, out_trade_no, out_refund_no, status });
      } catch (error) {
        results.push({ kind, out_trade_no, out_refund_no, status: 'error', ...rowError(error) });
      }
    }
    return c.json({ results });
  });

  app.onError(answerError);
  return app;
}
