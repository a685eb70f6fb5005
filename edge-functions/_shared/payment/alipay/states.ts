import { centsOf } from '../cents-of.ts';
import { chinaInstant } from '../china-instant.ts';
import type { ChargeState, RefundState } from '../payment-provider.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a trade. A closed one that was paid before is one that was refunded whole: it was captured. */
export function chargeState(outTradeNo: string, fields: Fields): ChargeState {
  const status = fields.trade_status;
  const paidAt = chinaInstant(textOf(fields, 'send_pay_date') ?? textOf(fields, 'gmt_payment'));
  const captured = status === 'TRADE_SUCCESS' || status === 'TRADE_FINISHED' || paidAt !== null;
  return {
    status: captured ? 'captured' : status === 'TRADE_CLOSED' ? 'closed' : 'unpaid',
    outTradeNo: textOf(fields, 'out_trade_no') ?? outTradeNo,
    transactionId: textOf(fields, 'trade_no'),
    amountCents: amountOf(fields, 'total_amount'),
    occurredAt: paidAt,
    payload: fields,
  };
}

/** Reads a refund as alipay.trade.fastpay.refund.query answers it; one that it does not know has no refund_status. */
export function refundState(outRefundNo: string, fields: Fields): RefundState {
  const status = textOf(fields, 'refund_status');
  return {
    status: status === 'REFUND_SUCCESS' ? 'refunded' : status === null ? 'unknown' : 'processing',
    outRefundNo,
    outTradeNo: textOf(fields, 'out_trade_no'),
    refundId: null,
    transactionId: textOf(fields, 'trade_no'),
    amountCents: amountOf(fields, 'refund_amount'),
    occurredAt: chinaInstant(textOf(fields, 'gmt_refund_pay')),
    payload: fields,
  };
}

function textOf(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function amountOf(fields: Fields, name: string): number | null {
  const cents = centsOf(textOf(fields, name) ?? '');
  return Number.isInteger(cents) ? cents : null;
}
