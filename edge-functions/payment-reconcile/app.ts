import { Hono } from 'hono';
import { createFindProvider } from '../_shared/payment/find-provider.ts';
import { offeredProviders } from '../_shared/payment/offered-providers.ts';
import { providers } from '../_shared/payment/providers.ts';
import { rowError } from '../_shared/payment/row-error.ts';
import { answerError } from '../_shared/platform/answer-error.ts';
import type { Env } from '../_shared/platform/env.ts';
import { readJson } from '../_shared/platform/read-json.ts';
import { requireService } from '../_shared/platform/require-service.ts';
import { serviceRpc } from '../_shared/platform/service-rpc.ts';
import { importStatement } from './import-statement.ts';
import { readDay } from './read-day.ts';

/**
 * Service role only: `{on?}` takes every provider's statement of a day that is over (default yesterday, in the
 * statement's time zone) into the database, which compares it. One result a provider, 502 where one failed; a repeat changes nothing.
 */
export function createPaymentReconcileApp(env: Env): Hono {
  const app = new Hono();
  const findProvider = createFindProvider(env);

  app.post('*', async (c) => {
    requireService(c.req.raw.headers, env);
    const body = readJson(await c.req.text());
    const rpc = serviceRpc(env);
    const wanted = offeredProviders(env).map(({ provider }) => ({
      provider,
      on: readDay(body, providers[provider].statementTimeZone, new Date()),
    }));
    const results = [];
    for (const { provider, on } of wanted) {
      try {
        const rows = await findProvider(provider).downloadStatement(on);
        const outcome = await importStatement(rpc, provider, on, rows);
        results.push({ provider, on, rows: rows.length, outcome });
      } catch (error) {
        results.push({ provider, on, ...rowError(error) });
      }
    }
    const isWhole = results.every((one) => 'outcome' in one);
    return c.json({ results }, isWhole ? 200 : 502);
  });

  app.onError(answerError);
  return app;
}
