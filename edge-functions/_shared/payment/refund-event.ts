import type { PaymentEvent, RefundState } from './payment-provider.ts';

/**
 * The event that a queried refund amounts to; null while it is in process or unknown. `outTradeNo` and `amountCents`
 * are what we asked for and fill what the provider leaves out.
 */
export function refundEvent(
  state: RefundState,
  outTradeNo: string,
  amountCents: number,
): PaymentEvent | null {
  if (state.status !== 'refunded' && state.status !== 'failed') return null;
  const kind = state.status === 'refunded' ? 'refunded' : 'refund_failed';
  return {
    eventId: `sync:${state.refundId ?? state.outRefundNo}:${kind}`,
    kind,
    outTradeNo: state.outTradeNo ?? outTradeNo,
    transactionId: state.transactionId,
    amountCents: state.amountCents ?? amountCents,
    occurredAt: state.occurredAt ?? new Date().toISOString(),
    payload: { ...state.payload, out_refund_no: state.outRefundNo },
  };
}
