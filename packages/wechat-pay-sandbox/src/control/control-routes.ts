import { Hono } from 'hono';
import { findTransaction } from '../api/find-transaction.ts';
import { payTransaction } from '../api/pay-transaction.ts';
import { readInteger, readObject, readOptionalString, readString } from '../api/read-fields.ts';
import { settleRefund } from '../api/settle-refund.ts';
import { transactionAnswer } from '../api/transaction-answer.ts';
import { ApiError, paramError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';

/** /sandbox/*: the hand of a test. Not part of WeChat Pay. */
export function controlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { state } = sandbox.file;

  app.get('/transactions', (c) => c.json(Object.values(state.transactions)));
  app.get('/refunds', (c) => c.json(Object.values(state.refunds)));
  app.get('/notifications', (c) => {
    const subject = c.req.query('subject');
    const all = Object.values(state.notifications);
    return c.json(subject === undefined ? all : all.filter((one) => one.subject === subject));
  });

  app.post('/pay/:no', async (c) => {
    const transaction = findTransaction(sandbox, c.req.param('no'));
    const notification = payTransaction(sandbox, transaction, c.req.query('notify') !== 'false');
    if (notification) await sandbox.notifier.deliver(notification);
    return c.json({ transaction: transactionAnswer(sandbox, transaction), notification });
  });

  app.post('/refunds/:no/settle', async (c) => {
    const refund = state.refunds[c.req.param('no')];
    if (!refund) throw new ApiError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
    const status = readString(readObject(await c.req.text()), 'status', 16);
    if (status !== 'SUCCESS' && status !== 'CLOSED' && status !== 'ABNORMAL')
      throw paramError('参数错误: status');
    settleRefund(sandbox, refund, status);
    return c.json(refund);
  });

  app.post('/resend/:subject', async (c) => {
    const subject = c.req.param('subject');
    const found = Object.values(state.notifications).filter((one) => one.subject === subject);
    await Promise.all(found.map((one) => sandbox.notifier.deliver(one)));
    return c.json(found);
  });

  app.post('/fail-next', async (c) => {
    const body = readObject(await c.req.text());
    sandbox.failures.push({
      match: readString(body, 'match', 200),
      status: readInteger(body, 'status', 400),
      code: readString(body, 'code', 64),
      message: readOptionalString(body, 'message', 200) ?? 'planned by the sandbox',
      times: body.times === undefined ? 1 : readInteger(body, 'times', 1),
    });
    return c.body(null, 204);
  });

  app.onError((error, c) => {
    if (error instanceof ApiError) return c.json({ code: error.code, message: error.message }, error.status);
    throw error;
  });
  return app;
}
