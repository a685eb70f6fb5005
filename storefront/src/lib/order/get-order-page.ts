import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { OrderPage } from './types.ts';

/** Everything an order page shows. Throws `order.not_found`. */
export async function getOrderPage(orderId: string): Promise<OrderPage> {
  return unwrap(await db().rpc('get_order_page', { p_order_id: orderId })) as unknown as OrderPage;
}
