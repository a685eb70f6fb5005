import type { ChargeState } from '../payment-provider.ts';
import type { WechatAnswer } from './parse-answer.ts';
import { amountOf, textOf } from './fields.ts';

/** Reads a transaction as queries and notifications give it. A refunded transaction was captured. */
export function chargeState(outTradeNo: string, answer: WechatAnswer): ChargeState {
  const trade = textOf(answer, 'trade_state');
  const captured = trade === 'SUCCESS' || trade === 'REFUND';
  const closed = trade === 'CLOSED' || trade === 'REVOKED' || trade === 'PAYERROR';
  return {
    status: captured ? 'captured' : closed ? 'closed' : 'unpaid',
    outTradeNo: textOf(answer, 'out_trade_no') ?? outTradeNo,
    transactionId: textOf(answer, 'transaction_id'),
    amountCents: amountOf(answer, 'total'),
    occurredAt: textOf(answer, 'success_time'),
    payload: answer,
  };
}
