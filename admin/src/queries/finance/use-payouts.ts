import type { Enums, Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PayoutRow = Tables<'payouts'>;

export const financePayoutsKey = ['finance-payouts'] as const;

const pageSize = 50;

/** Payouts of all merchants and riders in some states, the newest first, page by page. */
export function usePayouts(statuses: readonly Enums<'payout_status'>[]) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...financePayoutsKey, statuses],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      let request = client.from('payouts').select('*');
      if (statuses.length > 0) request = request.in('status', [...statuses]);
      if (pageParam !== undefined) request = request.lte('created_at', pageParam);
      return run(request.order('created_at', { ascending: false }).order('id').limit(pageSize), signal);
    },
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.created_at),
    refetchInterval: 60_000,
  });
  const unique = new Map(query.data?.pages.flat().map((row) => [row.id, row]));
  return { ...query, rows: query.data && [...unique.values()] };
}
