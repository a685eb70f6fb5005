import { commonControls } from '@linli/sandbox-kit';
import { Hono } from 'hono';
import { findTransaction } from '../api/find-transaction.ts';
import { payTransaction } from '../api/pay-transaction.ts';
import { readObject, readString } from '../api/read-fields.ts';
import { settleRefund } from '../api/settle-refund.ts';
import { settleTransfer } from '../api/settle-transfer.ts';
import { transactionAnswer } from '../api/transaction-answer.ts';
import { ApiError, paramError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';

/** /sandbox/*: the hand of a test. Not part of WeChat Pay. */
export function controlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { state } = sandbox.file;

  app.get('/transactions', (c) => c.json(Object.values(state.transactions)));
  app.get('/refunds', (c) => c.json(Object.values(state.refunds)));
  app.get('/transfers', (c) => c.json(Object.values(state.transfers)));
  app.route('/', commonControls(sandbox));

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

  app.post('/transfers/:no/settle', async (c) => {
    const transfer = state.transfers[c.req.param('no')];
    if (!transfer) throw new ApiError(404, 'NOT_FOUND', '记录不存在');
    const wanted = readString(readObject(await c.req.text()), 'state', 32);
    if (wanted !== 'SUCCESS' && wanted !== 'FAIL' && wanted !== 'CANCELLED')
      throw paramError('参数错误: state');
    const notification = settleTransfer(sandbox, transfer, wanted);
    if (notification) await sandbox.notifier.deliver(notification);
    return c.json(transfer);
  });

  app.onError((error, c) => {
    if (error instanceof ApiError) return c.json({ code: error.code, message: error.message }, error.status);
    throw error;
  });
  return app;
}
