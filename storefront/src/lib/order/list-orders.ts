import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { OrderRow } from './types.ts';

/** How many orders one page holds. */
export const ordersPerPage = 15;

const columns =
  'id, number, status, fulfillment_type, total_cents, currency, created_at, store_id, city_id, ' +
  'stores!store_id(name, translations, image_path, categories!category_id(slug)), order_items(name, translations, quantity)';

/** One's own orders, newest first, those after the ones already shown. */
export async function listOrders(customerId: string, shown: readonly OrderRow[]): Promise<OrderRow[]> {
  let query = db()
    .from('orders')
    .select(columns)
    .eq('customer_id', customerId)
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .limit(ordersPerPage);
  const last = shown.at(-1);
  if (last) {
    // Keyset over (created_at, id): from the last instant on, without those of that instant already shown.
    const sameInstant = shown.filter((order) => order.created_at === last.created_at);
    query = query
      .lte('created_at', last.created_at)
      .not('id', 'in', `(${sameInstant.map((order) => order.id).join(',')})`);
  }
  return unwrap(await query) as unknown as OrderRow[];
}
