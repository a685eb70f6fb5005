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
  /** A charge that we no longer want to be paid. */
  is_given_up: boolean;
}

/**
 * Asks the provider what became of one row, records an outcome, answers the provider's status. A charge that was given up
 * and can still be paid is closed there.
 */
export async function syncRow(rpc: Rpc, provider: PaymentProvider, row: StaleRow): Promise<string> {
  if (row.kind === 'refund' && row.out_refund_no !== null) {
    const refund = await provider.queryRefund(row.out_trade_no, row.out_refund_no);
    const event = refundEvent(refund, row.out_trade_no, row.amount_cents);
    if (event) await recordEvent(rpc, row.provider, event);
    return refund.status;
  }
  const charge = await provider.queryCharge(row.out_trade_no);
  const event = chargeEvent(charge);
  if (event) await recordEvent(rpc, row.provider, event);
  if (event || !row.is_given_up) return charge.status;
  await provider.closeCharge(row.out_trade_no);
  return 'closed';
}
