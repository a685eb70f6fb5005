import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Takes back what was asked for and is not issued yet. */
export async function withdrawInvoice(id: string, idempotencyKey: string): Promise<void> {
  unwrap(await db().rpc('withdraw_invoice', { p_invoice_id: id, p_idempotency_key: idempotencyKey }));
}
