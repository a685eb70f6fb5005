import type { ChargeState, PaymentEvent } from './payment-provider.ts';

/** The event that a queried charge amounts to; null while it is open or unknown. Its id is the same at every query. */
export function chargeEvent(state: ChargeState): PaymentEvent | null {
  if (state.status !== 'captured' && state.status !== 'closed') return null;
  return {
    eventId: `sync:${state.transactionId ?? state.outTradeNo}:${state.status}`,
    kind: state.status,
    outTradeNo: state.outTradeNo,
    transactionId: state.transactionId,
    amountCents: state.amountCents ?? 0,
    occurredAt: state.occurredAt ?? new Date().toISOString(),
    payload: state.payload,
  };
}
