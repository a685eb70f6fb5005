import type { Enums, Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type RefundRow = Pick<
  Tables<'refund_requests'>,
  | 'id'
  | 'order_id'
  | 'store_id'
  | 'status'
  | 'amount_cents'
  | 'liable_party'
  | 'reason'
  | 'is_asked'
  | 'note'
  | 'due_at'
  | 'created_at'
>;

export const refundsKey = ['refunds'] as const;

const pageSize = 50;

/** Refunds in some states, the newest first, page by page. */
export function useRefunds(statuses: readonly Enums<'refund_status'>[]) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...refundsKey, statuses],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<RefundRow[]> => {
      let request = client
        .from('refund_requests')
        .select(
          'id,order_id,store_id,status,amount_cents,liable_party,reason,is_asked,note,due_at,created_at',
        );
      if (statuses.length > 0) request = request.in('status', [...statuses]);
      if (pageParam !== undefined) request = request.lte('created_at', pageParam);
      return run(request.order('created_at', { ascending: false }).order('id').limit(pageSize), signal);
    },
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.created_at),
    refetchInterval: 30_000,
  });
  return {
    ...query,
    rows: query.data && [...new Map(query.data.pages.flat().map((row) => [row.id, row])).values()],
  };
}
