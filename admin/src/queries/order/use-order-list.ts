import type { Enums, LinliClient, Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
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
export type OrderFilter = {
  statuses: Enums<'order_status'>[];
  storeId?: string;
  /** Part of an order's number. */
  number?: string;
  /** Instants (ISO), from inclusive to exclusive. */
  from?: string;
  to?: string;
};

const pageSize = 50;

/**
 * Orders of a city, newest first, page by page. Each page begins at the time of the last row before it, so
 * no page gets slower with the number of orders; rows at that very time are read twice and shown once.
 */
export function useOrderList(cityId: string, filter: OrderFilter) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...orderKeys.list(cityId), filter],
    queryFn: ({ pageParam, signal }) => fetchPage(client, cityId, filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.created_at),
  });
  const unique = new Map(query.data?.pages.flat().map((row) => [row.id, row]));
  return { ...query, rows: query.data && [...unique.values()] };
}

async function fetchPage(
  client: LinliClient,
  cityId: string,
  filter: OrderFilter,
  until: string | undefined,
  signal: AbortSignal,
): Promise<OrderRow[]> {
  let query = client.from('orders').select(orderColumns).eq('city_id', cityId);
  if (filter.statuses.length > 0) query = query.in('status', filter.statuses);
  if (filter.storeId !== undefined) query = query.eq('store_id', filter.storeId);
  if (filter.number) query = query.like('number', `%${filter.number.replace(/\D/g, '')}%`);
  if (filter.from !== undefined) query = query.gte('created_at', filter.from);
  if (filter.to !== undefined) query = query.lt('created_at', filter.to);
  if (until !== undefined) query = query.lte('created_at', until);
  return run(
    query.order('created_at', { ascending: false }).order('id', { ascending: false }).limit(pageSize),
    signal,
  );
}
