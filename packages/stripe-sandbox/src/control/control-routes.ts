import { commonControls } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { findSession } from '../api/find-session.ts';
import { paySession } from '../api/pay-session.ts';
import { settleRefund } from '../api/refunds.ts';
import { missing, StripeError } from '../protocol/stripe-error.ts';
import type { Sandbox } from '../sandbox.ts';

/** /sandbox/*: the hand of a test. Not part of Stripe. */
export function controlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { state } = sandbox.file;

  app.get('/sessions', (c) => c.json(Object.values(state.sessions)));
  app.get('/refunds', (c) => c.json(Object.values(state.refunds)));
  app.route('/', commonControls(sandbox));

  app.post('/pay/:no', async (c) => {
    const no = c.req.param('no');
    const found = Object.values(state.sessions).findLast((one) => one.client_reference_id === no);
    if (!found) throw missing('checkout.session', no);
    const session = findSession(sandbox, found.id);
    const notification = paySession(sandbox, session, c.req.query('notify') !== 'false');
    if (notification) await sandbox.notifier.deliver(notification);
    return c.json({ session, notification });
  });

  app.post('/refunds/:no/settle', async (c) => {
    const no = c.req.param('no');
    const refund = Object.values(state.refunds).findLast((one) => one.metadata.out_refund_no === no);
    if (!refund) throw missing('refund', no);
    const { status } = await c.req.json<{ status: unknown }>();
    const notification = settleRefund(sandbox, refund, status === 'failed' ? 'failed' : 'succeeded');
    if (notification) await sandbox.notifier.deliver(notification);
    return c.json(refund);
  });

  app.onError((error, c) => {
    if (error instanceof StripeError) return c.json({ message: error.message }, error.status);
    throw error;
  });
  return app;
}
