import { ApiError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Transaction } from '../state/types.ts';

/** The transaction of a merchant order number; 404 ORDER_NOT_EXIST. */
export function findTransaction(sandbox: Sandbox, outTradeNo: string): Transaction {
  const transaction = sandbox.file.state.transactions[outTradeNo];
  if (!transaction) throw new ApiError(404, 'ORDER_NOT_EXIST', '订单不存在');
  return transaction;
}
