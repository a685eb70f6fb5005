import { chinaTime } from '@linli/sandbox-kit';
import type { Refund } from '../state/types.ts';

/** A refund as create and query answer it. */
export function refundAnswer(refund: Refund): Record<string, unknown> {
  return {
    refund_id: refund.refund_id,
    out_refund_no: refund.out_refund_no,
    transaction_id: refund.transaction_id,
    out_trade_no: refund.out_trade_no,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    ...(refund.success_at === null ? {} : { success_time: chinaTime(new Date(refund.success_at)) }),
    create_time: chinaTime(new Date(refund.created_at)),
    status: refund.status,
    funds_account: 'AVAILABLE',
    amount: {
      total: refund.total,
      refund: refund.refund,
      payer_total: refund.total,
      payer_refund: refund.refund,
      settlement_refund: refund.refund,
      settlement_total: refund.total,
      discount_refund: 0,
      currency: refund.currency,
    },
  };
}
