import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { customerKeys } from './customer-keys.ts';

const pageSize = 10;

/** A customer's coupons with the names of their campaigns, newest first, page by page. */
export function useCustomerCoupons(customerId: string) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...customerKeys.page(customerId), 'coupons'],
    initialPageParam: undefined as { issued_at: string; id: string } | undefined,
    queryFn: ({ signal, pageParam }) => {
      let request = client
        .from('coupons')
        .select('id,status,source,issued_at,used_at,expires_at,order_id,promotions(name,translations)')
        .eq('customer_id', customerId);
      if (pageParam)
        request = request.or(
          `issued_at.lt."${pageParam.issued_at}",and(issued_at.eq."${pageParam.issued_at}",id.lt.${pageParam.id})`,
        );
      return run(
        request.order('issued_at', { ascending: false }).order('id', { ascending: false }).limit(pageSize),
        signal,
      );
    },
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)),
  });
  return { ...query, rows: query.data?.pages.flat() };
}
