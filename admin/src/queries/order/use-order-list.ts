import type { Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { OrderFilter } from '../../lib/order-filter.ts';
import { orderKeys } from './order-keys.ts';
import { readOrderPage, type OrderCursor } from './read-order-page.ts';

/** Orders of a city, newest first; each page begins after the last row of the one before, so no page is slow. */
export function useOrderList(city: Pick<Tables<'cities'>, 'id' | 'timezone'>, filter: OrderFilter) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...orderKeys.list(city.id), filter],
    queryFn: ({ pageParam, signal }) => readOrderPage(client, city, filter, pageParam, signal),
    initialPageParam: undefined as OrderCursor | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return { ...query, rows: query.data?.pages.flatMap(({ orders }) => orders) };
}
