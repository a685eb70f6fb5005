import type { Json } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { ticketKeys } from '../support/ticket-keys.ts';
import type { Ticket } from '../support/types.ts';

/** Tickets that a person opened, newest first, page by page. */
export function useCustomerTickets(customerId: string) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...ticketKeys.all, 'opened-by', customerId],
    initialPageParam: undefined as Json | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_tickets', {
          p_filters: { opened_by: customerId },
          p_limit: 10,
          ...(pageParam !== undefined && { p_before: pageParam }),
        }),
        signal,
      )) as unknown as { tickets: Ticket[]; next: Json | null },
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...query, rows: query.data?.pages.flatMap(({ tickets }) => tickets) };
}
