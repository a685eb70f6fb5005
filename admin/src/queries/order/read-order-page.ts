import type { Enums, LinliClient, Tables } from '@linli/database';
import { addDays, startOfDay } from '../../lib/day-time.ts';
import type { OrderFilter } from '../../lib/order-filter.ts';
import { run } from '../run.ts';

export type OrderRow = Pick<
  Tables<'orders'>,
  | 'id'
  | 'number'
  | 'store_id'
  | 'fulfillment_type'
  | 'status'
  | 'currency'
  | 'total_cents'
  | 'placed_at'
  | 'dropoff_expected_at'
  | 'reason_code'
  | 'created_at'
> & { store_name: string; store_translations: unknown };
export type OrderCursor = Pick<OrderRow, 'created_at' | 'id'>;
export type OrderListPage = { orders: OrderRow[]; next: OrderCursor | null };

const pageSize = 50;
const searchableDigits = 4;

/** One page of a city's orders, newest first, from `before` on. */
export async function readOrderPage(
  client: LinliClient,
  city: Pick<Tables<'cities'>, 'id' | 'timezone'>,
  filter: OrderFilter,
  before: OrderCursor | undefined,
  signal?: AbortSignal,
): Promise<OrderListPage> {
  const digits = filter.number?.replace(/\D/g, '') ?? '';
  const day = filter.day;
  const request = client.rpc('list_orders', {
    p_city_id: city.id,
    p_store_id: filter.storeId,
    p_statuses: filter.statuses.length > 0 ? (filter.statuses as Enums<'order_status'>[]) : undefined,
    p_query: digits.length >= searchableDigits ? digits : undefined,
    p_from: day && startOfDay(day, city.timezone).toISOString(),
    p_to: day && startOfDay(addDays(day, 1), city.timezone).toISOString(),
    p_before: before,
    p_limit: pageSize,
  });
  return (await run(request, signal)) as unknown as OrderListPage;
}
