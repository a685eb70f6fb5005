import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import { getInvoice } from './get-invoice.ts';
import type { Invoice } from './types.ts';

/** The newest invoice of one's order; null when none was asked for. */
export async function getOrderInvoice(orderId: string): Promise<Invoice | null> {
  const rows = unwrap(
    await db()
      .from('order_invoices')
      .select('id')
      .eq('order_id', orderId)
      .order('created_at', { ascending: false })
      .limit(1),
  );
  return rows[0] ? getInvoice(rows[0].id) : null;
}
