import { Hono } from 'hono';
import { payTransaction } from '../api/pay-transaction.ts';
import { currentState } from '../api/trade-state.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Transaction } from '../state/types.ts';
import { cashierPage, noticePage } from './cashier-page.ts';

const firstDeliveryMs = 3000;

/** /cashier: the payer's page. The merchant appends `&redirect_url=` to the h5_url, as with WeChat Pay. */
export function cashierRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get('/', (c) => {
    const transaction = byPrepayId(sandbox, c.req.query('prepay_id'));
    if (!transaction) return c.html(noticePage('支付链接无效或已过期'), 404);
    return c.html(
      cashierPage(transaction, currentState(sandbox, transaction), webAddress(c.req.query('redirect_url'))),
    );
  });

  app.post('/', async (c) => {
    const form = await c.req.parseBody();
    const transaction = byPrepayId(sandbox, form.prepay_id);
    if (!transaction) return c.html(noticePage('支付链接无效或已过期'), 404);
    const redirectUrl = webAddress(form.redirect_url);
    if (form.act === 'pay' && currentState(sandbox, transaction) === 'NOTPAY') {
      const notification = payTransaction(sandbox, transaction);
      const delivered = notification ? sandbox.notifier.deliver(notification) : null;
      await Promise.race([delivered, new Promise((done) => setTimeout(done, firstDeliveryMs).unref())]);
    }
    if (redirectUrl !== null) return c.redirect(redirectUrl, 303);
    if (form.act === 'pay') return c.html(cashierPage(transaction, currentState(sandbox, transaction), null));
    return c.html(noticePage('已取消支付'));
  });

  return app;
}

function byPrepayId(sandbox: Sandbox, prepayId: unknown): Transaction | undefined {
  return Object.values(sandbox.file.state.transactions).find((one) => one.prepay_id === prepayId);
}

function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
