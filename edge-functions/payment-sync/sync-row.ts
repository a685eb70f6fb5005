import { chargeEvent } from '../_shared/payment/charge-event.ts';
import type { PaymentProvider } from '../_shared/payment/payment-provider.ts';
import { recordEvent } from '../_shared/payment/record-event.ts';
import { refundEvent } from '../_shared/payment/refund-event.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';

/** A row of `list_stale_payments`: a charge, or a refund where `kind` says so. */
export interface StaleRow {
  kind: 'payment' | 'refund';
  payment_id: string;
  provider: string;
  out_trade_no: string;
  out_refund_no: string | null;
  amount_cents: number;
}

/** Asks the provider what became of one row, records an outcome, answers the provider's status. */
export async function syncRow(rpc: Rpc, provider: PaymentProvider, row: StaleRow): Promise<string> {
  const state =
    row.kind === 'refund' && row.out_refund_no !== null
      ? await provider.queryRefund(row.out_trade_no, row.out_refund_no)
      : await provider.queryCharge(row.out_trade_no);
  const event =
    'refundId' in state ? refundEvent(state, row.out_trade_no, row.amount_cents) : chargeEvent(state);
  if (event) await recordEvent(rpc, row.provider, event);
  return state.status;
}
