import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import { getInvoice } from './get-invoice.ts';
import type { InvoiceBuyer } from './types.ts';

/** To whom one's last invoice was made out, so that nobody types a tax number twice; undefined the first time. */
export async function getLastBuyer(userId: string): Promise<InvoiceBuyer | undefined> {
  const rows = unwrap(
    await db()
      .from('order_invoices')
      .select('id')
      .eq('customer_id', userId)
      .order('created_at', { ascending: false })
      .limit(1),
  );
  if (!rows[0]) return undefined;
  const last = await getInvoice(rows[0].id);
  return { kind: last.buyer_kind, title: last.title, taxNumber: last.tax_number ?? '', email: last.email };
}
