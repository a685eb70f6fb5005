import type { Json } from '@linli/database';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { CustomerFilter } from '../../lib/customer-filter.ts';
import { run } from '../run.ts';
import { customerKeys } from './customer-keys.ts';

export type CustomerRow = {
  id: string;
  display_name: string;
  joined_at: string;
  /** Masked; null for those who see no contacts. */
  account: string | null;
  tier: { id: string; name: string; translations: unknown; level: number } | null;
  order_count: number;
  spend_cents: number;
  last_order_at: string | null;
  is_blocked: boolean;
};

/** Customers, newest first, page by page. */
export function useCustomers(filter: CustomerFilter) {
  const client = useClient();
  const filters: Record<string, Json> = {
    ...(filter.query && { query: filter.query }),
    ...(filter.tierId && { tier_id: filter.tierId }),
    ...(filter.segmentId && { segment_id: filter.segmentId }),
    ...(filter.isBlocked !== undefined && { is_blocked: filter.isBlocked }),
    ...(filter.joinedFrom && { joined_from: filter.joinedFrom }),
  };
  const query = useInfiniteQuery({
    queryKey: [...customerKeys.list, filters],
    initialPageParam: undefined as Json | undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_customers', { p_filters: filters, p_before: pageParam }),
        signal,
      )) as unknown as {
        customers: CustomerRow[];
        next: Json | null;
      },
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...query, rows: query.data?.pages.flatMap(({ customers }) => customers) };
}
