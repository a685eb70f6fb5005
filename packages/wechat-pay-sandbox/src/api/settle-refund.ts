import { chinaTime } from '@linli/sandbox-kit';
import { queueNotification } from '../notify/queue-notification.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Refund, RefundStatus } from '../state/types.ts';

const summaries: Record<Exclude<RefundStatus, 'PROCESSING'>, string> = {
  SUCCESS: '退款成功',
  CLOSED: '退款关闭',
  ABNORMAL: '退款异常',
};

/** Ends a refund that is in process and queues its notification where a notify_url was given. A repeat does nothing. */
export function settleRefund(
  sandbox: Sandbox,
  refund: Refund,
  status: Exclude<RefundStatus, 'PROCESSING'>,
): void {
  if (refund.status !== 'PROCESSING') return;
  refund.status = status;
  const at = new Date();
  if (status === 'SUCCESS') refund.success_at = at.toISOString();
  sandbox.file.save();
  if (refund.notify_url === null) return;
  queueNotification(sandbox, {
    event_type: `REFUND.${status}`,
    summary: summaries[status],
    original_type: 'refund',
    resource: {
      mchid: sandbox.credentials.mchid,
      out_trade_no: refund.out_trade_no,
      transaction_id: refund.transaction_id,
      out_refund_no: refund.out_refund_no,
      refund_id: refund.refund_id,
      refund_status: status,
      ...(status === 'SUCCESS' ? { success_time: chinaTime(at) } : {}),
      user_received_account: '支付用户零钱',
      amount: {
        total: refund.total,
        refund: refund.refund,
        payer_total: refund.total,
        payer_refund: refund.refund,
      },
    },
    subject: refund.out_refund_no,
    url: refund.notify_url,
  });
}
