import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { customerKeys } from './customer-keys.ts';

export type CustomerNote = { id: number; author_name: string | null; body: string; created_at: string };

const pageSize = 10;

/** What staff noted about a customer, newest first, page by page. */
export function useCustomerNotes(customerId: string) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: customerKeys.notes(customerId),
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_customer_notes', {
          p_customer_id: customerId,
          p_before_id: pageParam,
          p_limit: pageSize,
        }),
        signal,
      )) as unknown as CustomerNote[],
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.id),
  });
  return { ...query, rows: query.data?.pages.flat() };
}
