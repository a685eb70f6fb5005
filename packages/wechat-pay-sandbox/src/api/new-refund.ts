import { randomInt } from 'node:crypto';
import { ApiError, paramError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Refund, Transaction } from '../state/types.ts';
import {
  readInteger,
  readNested,
  readNotifyUrl,
  readObject,
  readOptionalString,
  readString,
} from './read-fields.ts';

/**
 * Validates and stores a refund, or returns the stored one when the same number is sent again with the same
 * contents. Throws PARAM_ERROR, RESOURCE_NOT_EXISTS, INVALID_REQUEST (unpaid, too much, or changed contents).
 */
export function newRefund(sandbox: Sandbox, text: string): { refund: Refund; isNew: boolean } {
  const body = readObject(text);
  const { state } = sandbox.file;
  const amount = readNested(body, 'amount');
  const value = readInteger(amount, 'refund', 1);
  const total = readInteger(amount, 'total', 1);
  const currency = readString(amount, 'currency', 16);
  const number = readString(body, 'out_refund_no', 64, 1, /^[\w\-|*@]+$/);
  const transaction = transactionOf(sandbox, body);
  if (currency !== transaction.currency) throw paramError('参数错误: amount.currency');
  const known = state.refunds[number];
  if (known) {
    if (known.out_trade_no !== transaction.out_trade_no || known.refund !== value || known.total !== total)
      throw new ApiError(400, 'INVALID_REQUEST', '订单号或退款金额与之前的退款请求不一致');
    return { refund: known, isNew: false };
  }
  if (transaction.transaction_id === null) throw new ApiError(400, 'INVALID_REQUEST', '订单未支付，不可退款');
  if (total !== transaction.total)
    throw new ApiError(400, 'INVALID_REQUEST', '订单金额与退款请求中的订单金额不一致');
  const spent = Object.values(state.refunds)
    .filter((one) => one.out_trade_no === transaction.out_trade_no && one.status !== 'CLOSED')
    .reduce((sum, one) => sum + one.refund, 0);
  if (spent + value > transaction.total) throw new ApiError(400, 'INVALID_REQUEST', '订单可退余额不足');
  const refund: Refund = {
    out_refund_no: number,
    refund_id: `5030${Date.now()}${randomInt(1e9, 1e10)}`,
    out_trade_no: transaction.out_trade_no,
    transaction_id: transaction.transaction_id,
    status: 'PROCESSING',
    refund: value,
    total,
    currency,
    reason: readOptionalString(body, 'reason', 80),
    notify_url: body.notify_url === undefined ? null : readNotifyUrl(body),
    created_at: new Date().toISOString(),
    success_at: null,
  };
  state.refunds[number] = refund;
  transaction.trade_state = 'REFUND';
  sandbox.file.save();
  return { refund, isNew: true };
}

function transactionOf(sandbox: Sandbox, body: Record<string, unknown>): Transaction {
  const byOrder = readOptionalString(body, 'out_trade_no', 32);
  const byId = readOptionalString(body, 'transaction_id', 32);
  if (byOrder === null && byId === null) throw paramError('transaction_id和out_trade_no必须二选一');
  const transaction = Object.values(sandbox.file.state.transactions).find(
    (one) =>
      (byOrder === null || one.out_trade_no === byOrder) && (byId === null || one.transaction_id === byId),
  );
  if (!transaction) throw new ApiError(404, 'RESOURCE_NOT_EXISTS', '订单号不存在');
  return transaction;
}
