import type { ChargeState, RefundState } from './payment-provider.ts';

/** A charge that the provider never heard of. */
export function unknownCharge(outTradeNo: string): ChargeState {
  return {
    status: 'unknown',
    outTradeNo,
    transactionId: null,
    amountCents: null,
    occurredAt: null,
    payload: {},
  };
}

/** A refund that the provider never heard of. */
export function unknownRefund(outRefundNo: string): RefundState {
  return {
    status: 'unknown',
    outRefundNo,
    outTradeNo: null,
    refundId: null,
    transactionId: null,
    amountCents: null,
    occurredAt: null,
    payload: {},
  };
}
