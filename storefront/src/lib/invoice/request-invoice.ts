import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { InvoiceBuyer } from './types.ts';

/** Asks for an invoice of one's completed order. */
export async function requestInvoice(
  orderId: string,
  buyer: InvoiceBuyer,
  idempotencyKey: string,
): Promise<void> {
  unwrap(
    await db().rpc('request_invoice', {
      p_order_id: orderId,
      p_buyer_kind: buyer.kind,
      p_title: buyer.title,
      p_email: buyer.email,
      p_idempotency_key: idempotencyKey,
      ...(buyer.kind === 'company' ? { p_tax_number: buyer.taxNumber } : {}),
    }),
  );
}
