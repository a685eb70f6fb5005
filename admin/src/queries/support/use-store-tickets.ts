import type { Json } from '@linli/database';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { ticketKeys } from './ticket-keys.ts';
import type { Ticket } from './types.ts';

const statusesOf = { going: ['open', 'waiting', 'answered'], over: ['resolved', 'closed'] };
export type StoreQueue = keyof typeof statusesOf;

/** What a store asked support, and customers' tickets on which it was asked, newest first, page by page. */
export function useStoreTickets(storeId: string, queue: StoreQueue) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...ticketKeys.all, 'store', storeId, queue],
    initialPageParam: undefined as Json | undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_tickets', {
          p_filters: { store_id: storeId, statuses: statusesOf[queue] },
          p_limit: 40,
          ...(pageParam !== undefined && { p_before: pageParam }),
        }),
        signal,
      )) as unknown as { tickets: Ticket[]; next: Json | null },
    getNextPageParam: (last) => last.next ?? undefined,
  });
}
