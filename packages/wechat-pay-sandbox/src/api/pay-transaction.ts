import { digits, type Notification } from '@linli/sandbox-kit';
import { queueNotification } from '../notify/queue-notification.ts';
import { ApiError } from '../protocol/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Transaction } from '../state/types.ts';
import { currentState } from './trade-state.ts';
import { transactionAnswer } from './transaction-answer.ts';

/**
 * The payer pays: the order becomes SUCCESS and its TRANSACTION.SUCCESS notification is queued and returned.
 * With `notify` false the notification is lost on the way (null). Throws ORDERPAID or ORDER_CLOSED when there is
 * nothing left to pay.
 */
export function payTransaction(
  sandbox: Sandbox,
  transaction: Transaction,
  notify = true,
): Notification | null {
  const state = currentState(sandbox, transaction);
  if (state === 'CLOSED') throw new ApiError(400, 'ORDER_CLOSED', '该订单已关闭');
  if (state !== 'NOTPAY') throw new ApiError(400, 'ORDERPAID', '该订单已支付');
  const at = new Date();
  transaction.trade_state = 'SUCCESS';
  transaction.success_at = at.toISOString();
  transaction.transaction_id = `4200${at.toISOString().slice(0, 10).replaceAll('-', '')}${digits(16)}`;
  transaction.openid ??= `sandbox-payer-${digits(10)}`;
  if (!notify) {
    sandbox.file.save();
    return null;
  }
  return queueNotification(sandbox, {
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    original_type: 'transaction',
    resource: transactionAnswer(sandbox, transaction),
    subject: transaction.out_trade_no,
    url: transaction.notify_url,
  });
}
