import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Invoice } from './types.ts';

/** One's own invoice, whole. */
export async function getInvoice(id: string): Promise<Invoice> {
  const answer: unknown = unwrap(await db().rpc('get_invoice', { p_invoice_id: id }));
  return answer as Invoice;
}
