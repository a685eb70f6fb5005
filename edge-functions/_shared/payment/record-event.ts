import type { Rpc } from '../platform/rpc.ts';
import type { PaymentEvent } from './payment-provider.ts';

/** Tells the database; any number of repeats has one effect. Throws ApiError when it was not recorded. */
export async function recordEvent(rpc: Rpc, provider: string, event: PaymentEvent): Promise<void> {
  await rpc('record_payment_event', {
    p_provider: provider,
    p_event_id: event.eventId,
    p_kind: event.kind,
    p_out_trade_no: event.outTradeNo,
    p_transaction_id: event.transactionId,
    p_amount_cents: event.amountCents,
    p_occurred_at: event.occurredAt,
    p_payload: event.payload,
  });
}
