import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { customerKeys } from './customer-keys.ts';

export type MovementAccount = 'customer_points' | 'customer_wallet';
export type Movement = {
  id: number;
  kind: string;
  event_at: string;
  order_id: string | null;
  order_number: string | null;
  amount_cents: number;
};

const pageSize = 6;

/** What went in and out of a customer's points or wallet, newest first, page by page. */
export function useCustomerMovements(customerId: string, account: MovementAccount, currency: string) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...customerKeys.page(customerId), 'movements', account, currency],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_customer_movements', {
          p_customer_id: customerId,
          p_kind: account,
          p_currency: currency,
          p_before_id: pageParam,
          p_limit: pageSize,
        }),
        signal,
      )) as unknown as Movement[],
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.id),
  });
  return { ...query, rows: query.data?.pages.flat() };
}
