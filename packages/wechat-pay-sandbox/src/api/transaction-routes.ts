import { Hono } from 'hono';
import { ApiError, paramError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import { findTransaction } from './find-transaction.ts';
import { newTransaction } from './new-transaction.ts';
import { readObject, readString } from './read-fields.ts';
import { currentState } from './trade-state.ts';
import { transactionAnswer } from './transaction-answer.ts';

/** /v3/pay/transactions: order by H5, Native and JSAPI, query by either number, close. */
export function transactionRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.post('/h5', async (c) => {
    const { prepay_id } = newTransaction(sandbox, 'MWEB', await c.req.text());
    return c.json({ h5_url: `${sandbox.url}/cashier?prepay_id=${prepay_id}` });
  });

  app.post('/native', async (c) => {
    const { prepay_id } = newTransaction(sandbox, 'NATIVE', await c.req.text());
    return c.json({ code_url: `${sandbox.url}/cashier?prepay_id=${prepay_id}` });
  });

  app.post('/jsapi', async (c) => {
    const { prepay_id } = newTransaction(sandbox, 'JSAPI', await c.req.text());
    return c.json({ prepay_id });
  });

  app.get('/out-trade-no/:no', (c) => {
    requireMchid(sandbox, c.req.query('mchid'));
    return c.json(transactionAnswer(sandbox, findTransaction(sandbox, c.req.param('no'))));
  });

  app.get('/id/:id', (c) => {
    requireMchid(sandbox, c.req.query('mchid'));
    const all = Object.values(sandbox.file.state.transactions);
    const transaction = all.find((one) => one.transaction_id === c.req.param('id'));
    if (!transaction) throw new ApiError(404, 'ORDER_NOT_EXIST', '订单不存在');
    return c.json(transactionAnswer(sandbox, transaction));
  });

  app.post('/out-trade-no/:no/close', async (c) => {
    requireMchid(sandbox, readString(readObject(await c.req.text()), 'mchid', 32));
    const transaction = findTransaction(sandbox, c.req.param('no'));
    const state = currentState(sandbox, transaction);
    if (state === 'SUCCESS' || state === 'REFUND') throw new ApiError(400, 'ORDERPAID', '该订单已支付');
    transaction.trade_state = 'CLOSED';
    sandbox.file.save();
    return c.body(null, 204);
  });

  return app;
}

function requireMchid(sandbox: Sandbox, mchid: string | undefined): void {
  if (mchid !== sandbox.credentials.mchid) throw paramError('参数错误: mchid');
}
