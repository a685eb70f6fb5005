import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import type { OrderCursor, OrderListPage } from '../order/read-order-page.ts';
import { run } from '../run.ts';

/** A customer's orders, newest first, page by page. */
export function useCustomerOrders(customerId: string) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...orderKeys.all, 'customer', customerId],
    initialPageParam: undefined as OrderCursor | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_orders', { p_customer_id: customerId, p_before: pageParam, p_limit: 8 }),
        signal,
      )) as unknown as OrderListPage,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...query, rows: query.data?.pages.flatMap(({ orders }) => orders) };
}
