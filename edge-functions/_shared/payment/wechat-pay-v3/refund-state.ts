import type { RefundState } from '../payment-provider.ts';
import type { WechatAnswer } from './parse-answer.ts';
import { amountOf, textOf } from './fields.ts';

/** Reads a refund; queries call its state `status`, notifications `refund_status`. */
export function refundState(outRefundNo: string, answer: WechatAnswer): RefundState {
  const status = textOf(answer, 'status') ?? textOf(answer, 'refund_status');
  const failed = status === 'CLOSED' || status === 'ABNORMAL';
  return {
    status: status === 'SUCCESS' ? 'refunded' : failed ? 'failed' : 'processing',
    outRefundNo: textOf(answer, 'out_refund_no') ?? outRefundNo,
    outTradeNo: textOf(answer, 'out_trade_no'),
    refundId: textOf(answer, 'refund_id'),
    transactionId: textOf(answer, 'transaction_id'),
    amountCents: amountOf(answer, 'refund'),
    occurredAt: textOf(answer, 'success_time'),
    payload: answer,
  };
}
