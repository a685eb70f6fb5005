import type { Notification } from '@linli/sandbox-kit';
import { queueNotification } from '../notify/queue-notification.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Transfer } from '../state/types.ts';
import { transferAnswer } from './transfer-answer.ts';

/** Ends a transfer and queues its notification where a notify_url was given. A repeat does nothing (null). */
export function settleTransfer(
  sandbox: Sandbox,
  transfer: Transfer,
  state: 'SUCCESS' | 'FAIL' | 'CANCELLED',
): Notification | null {
  if (transfer.state !== 'TRANSFERING' && transfer.state !== 'WAIT_USER_CONFIRM') return null;
  transfer.state = state;
  transfer.updated_at = new Date().toISOString();
  if (state === 'FAIL') transfer.fail_reason = 'PAYEE_ACCOUNT_ABNORMAL';
  sandbox.file.save();
  if (transfer.notify_url === null) return null;
  return queueNotification(sandbox, {
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    original_type: 'mch_payment',
    resource: transferAnswer(sandbox, transfer),
    subject: transfer.out_bill_no,
    url: transfer.notify_url,
  });
}
