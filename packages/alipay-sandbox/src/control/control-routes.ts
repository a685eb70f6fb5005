import { commonControls } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { findTrade } from '../api/find-trade.ts';
import { payTrade } from '../api/pay-trade.ts';
import { BusinessError } from '../protocol/business-error.ts';
import type { Sandbox } from '../sandbox.ts';

/** /sandbox/*: the hand of a test. Not part of Alipay. */
export function controlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { state } = sandbox.file;

  app.get('/trades', (c) => c.json(Object.values(state.trades)));
  app.get('/refunds', (c) => c.json(Object.values(state.refunds)));
  app.route('/', commonControls(sandbox));

  app.post('/pay/:no', async (c) => {
    const trade = findTrade(sandbox, { out_trade_no: c.req.param('no') });
    const notification = payTrade(sandbox, trade, c.req.query('notify') !== 'false');
    if (notification) await sandbox.notifier.deliver(notification);
    return c.json({ trade, notification });
  });

  app.onError((error, c) => {
    if (error instanceof BusinessError) return c.json({ code: error.subCode, message: error.message }, 400);
    throw error;
  });
  return app;
}
