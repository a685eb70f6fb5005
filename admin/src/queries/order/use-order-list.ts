import type { Enums, LinliClient, Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { addDays, startOfDay } from '../../lib/day-time.ts';
import type { OrderFilter } from '../../lib/order-filter.ts';
import { run } from '../run.ts';
import { orderColumns } from './order-columns.ts';
import { orderKeys } from './order-keys.ts';

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
>;
type City = Pick<Tables<'cities'>, 'id' | 'timezone'>;

const pageSize = 50;

/**
 * Orders of a city, newest first, page by page. Each page begins at the time of the last row before it, so
 * no page gets slower with the number of orders; rows at that very time are read twice and shown once.
 */
export function useOrderList(city: City, filter: OrderFilter) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...orderKeys.list(city.id), filter],
    queryFn: ({ pageParam, signal }) => fetchPage(client, city, filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.created_at),
  });
  const unique = new Map(query.data?.pages.flat().map((row) => [row.id, row]));
  return { ...query, rows: query.data && [...unique.values()] };
}

async function fetchPage(
  client: LinliClient,
  city: City,
  filter: OrderFilter,
  until: string | undefined,
  signal: AbortSignal,
): Promise<OrderRow[]> {
  let query = client.from('orders').select(orderColumns).eq('city_id', city.id);
  if (filter.statuses.length > 0) query = query.in('status', filter.statuses as Enums<'order_status'>[]);
  if (filter.storeId !== undefined) query = query.eq('store_id', filter.storeId);
  if (filter.number) query = query.like('number', `%${filter.number.replace(/\D/g, '')}%`);
  if (filter.day !== undefined) {
    query = query
      .gte('created_at', startOfDay(filter.day, city.timezone).toISOString())
      .lt('created_at', startOfDay(addDays(filter.day, 1), city.timezone).toISOString());
  }
  if (until !== undefined) query = query.lte('created_at', until);
  return run(
    query.order('created_at', { ascending: false }).order('id', { ascending: false }).limit(pageSize),
    signal,
  );
}
