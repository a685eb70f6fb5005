import type { StatementRow } from '../_shared/payment/payment-provider.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';

/** Hands a statement to the database and answers what it found. Throws ApiError when it was not taken. */
export function importStatement(
  rpc: Rpc,
  provider: string,
  on: string,
  rows: readonly StatementRow[],
): Promise<unknown> {
  return rpc('import_provider_statement', {
    p_provider: provider,
    p_on: on,
    p_rows: rows.map((row) => ({
      kind: row.kind,
      out_trade_no: row.outTradeNo,
      out_refund_no: row.outRefundNo,
      provider_transaction_id: row.transactionId,
      amount_cents: row.amountCents,
      fee_cents: row.feeCents,
      currency: row.currency,
      occurred_at: row.occurredAt,
    })),
  });
}
