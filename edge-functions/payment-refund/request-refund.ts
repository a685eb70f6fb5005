import type { PaymentProvider } from '../_shared/payment/payment-provider.ts';
import { ProviderError } from '../_shared/payment/provider-error.ts';
import { recordEvent } from '../_shared/payment/record-event.ts';
import { refundEvent } from '../_shared/payment/refund-event.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';

/** A row of `claim_refunds`. */
export interface ClaimedRefund {
  refund_id: string;
  payment_id: string;
  provider: string;
  out_trade_no: string;
  out_refund_no: string;
  amount_cents: number;
  total_cents: number;
  currency: string;
  reason: string;
}

/**
 * Asks the provider for one refund and answers its status. A result known at once is recorded; otherwise it comes by
 * notification or query. A definite refusal is recorded as refund_failed and thrown as ProviderError.
 */
export async function requestRefund(
  rpc: Rpc,
  provider: PaymentProvider,
  row: ClaimedRefund,
): Promise<string> {
  try {
    const state = await provider.refund({
      outTradeNo: row.out_trade_no,
      outRefundNo: row.out_refund_no,
      amountCents: row.amount_cents,
      totalCents: row.total_cents,
      currency: row.currency,
      reason: row.reason,
    });
    const event = refundEvent(state, row.out_trade_no, row.amount_cents);
    if (event) await recordEvent(rpc, row.provider, event);
    return state.status;
  } catch (error) {
    if (error instanceof ProviderError && !error.isRetryable) {
      await recordEvent(rpc, row.provider, {
        eventId: `refusal:${row.out_refund_no}:${error.code}`,
        kind: 'refund_failed',
        outTradeNo: row.out_trade_no,
        transactionId: null,
        amountCents: row.amount_cents,
        occurredAt: new Date().toISOString(),
        payload: { out_refund_no: row.out_refund_no, code: error.code, message: error.message },
      });
    }
    throw error;
  }
}
