import { cashierPage, firstDelivery, noticePage } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { findSession } from '../api/find-session.ts';
import { paySession } from '../api/pay-session.ts';
import { StripeError } from '../protocol/stripe-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Session } from '../state.ts';

const outcomes: Record<Session['status'], string | null> = {
  open: null,
  complete: '支付成功',
  expired: '订单已关闭',
};

/** /c/pay/{session}: the hosted payment page. */
export function checkoutRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get('/:id', (c) => {
    const session = findSession(sandbox, c.req.param('id'));
    return c.html(
      cashierPage({
        title: session.metadata.description ?? session.client_reference_id ?? session.id,
        amountCents: session.amount_total,
        currency: session.currency.toUpperCase(),
        outTradeNo: session.client_reference_id ?? session.id,
        method: '银行卡 Card · Stripe ',
        outcome: outcomes[session.status],
        action: `/c/pay/${session.id}`,
        fields: {},
        returnUrl: session.success_url,
      }),
    );
  });

  app.post('/:id', async (c) => {
    const session = findSession(sandbox, c.req.param('id'));
    const form = await c.req.parseBody();
    if (form.act !== 'pay') return c.redirect(session.cancel_url ?? session.success_url, 303);
    if (session.status === 'open') await firstDelivery(sandbox.notifier, paySession(sandbox, session));
    return c.redirect(session.success_url, 303);
  });

  app.onError((error, c) => {
    if (error instanceof StripeError) return c.html(noticePage('支付链接无效或已过期'), error.status);
    throw error;
  });
  return app;
}
