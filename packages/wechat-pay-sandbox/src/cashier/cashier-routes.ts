import { cashierPage, firstDelivery, noticePage, webAddress } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { payTransaction } from '../api/pay-transaction.ts';
import { currentState } from '../api/trade-state.ts';
import type { Sandbox } from '../sandbox.ts';
import type { TradeState, Transaction } from '../state/types.ts';

const outcomes: Record<TradeState, string | null> = {
  NOTPAY: null,
  SUCCESS: '支付成功',
  REFUND: '订单已退款',
  CLOSED: '订单已关闭',
};

/** /cashier: the payer's page. The merchant appends `&redirect_url=` to the h5_url, as with WeChat Pay. */
export function cashierRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get('/', (c) => {
    const transaction = byPrepayId(sandbox, c.req.query('prepay_id'));
    if (!transaction) return c.html(noticePage('支付链接无效或已过期'), 404);
    return c.html(pageOf(sandbox, transaction, webAddress(c.req.query('redirect_url'))));
  });

  app.post('/', async (c) => {
    const form = await c.req.parseBody();
    const transaction = byPrepayId(sandbox, form.prepay_id);
    if (!transaction) return c.html(noticePage('支付链接无效或已过期'), 404);
    const redirectUrl = webAddress(form.redirect_url);
    if (form.act === 'pay' && currentState(sandbox, transaction) === 'NOTPAY')
      await firstDelivery(sandbox.notifier, payTransaction(sandbox, transaction));
    if (redirectUrl !== null) return c.redirect(redirectUrl, 303);
    if (form.act === 'pay') return c.html(pageOf(sandbox, transaction, null));
    return c.html(noticePage('已取消支付'));
  });

  return app;
}

function byPrepayId(sandbox: Sandbox, prepayId: unknown): Transaction | undefined {
  return Object.values(sandbox.file.state.transactions).find((one) => one.prepay_id === prepayId);
}

function pageOf(sandbox: Sandbox, transaction: Transaction, returnUrl: string | null) {
  return cashierPage({
    title: transaction.description,
    amountCents: transaction.total,
    currency: transaction.currency,
    outTradeNo: transaction.out_trade_no,
    method: '微信支付',
    outcome: outcomes[currentState(sandbox, transaction)],
    action: '/cashier',
    fields: { prepay_id: transaction.prepay_id, redirect_url: returnUrl ?? '' },
    returnUrl,
  });
}
