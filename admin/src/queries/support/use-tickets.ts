import type { Json } from '@linli/database';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { ticketKeys } from './ticket-keys.ts';
import type { Ticket, TicketCounts } from './types.ts';

export const queues = ['mine', 'unassigned', 'overdue', 'open', 'done'] as const;
export type Queue = (typeof queues)[number];

function filtersOf(queue: Queue, myId: string): Record<string, Json> {
  switch (queue) {
    case 'mine':
      return { assignee_id: myId };
    case 'unassigned':
      return { assignee_id: 'none' };
    case 'overdue':
      return { is_overdue: true };
    case 'open':
      return {};
    case 'done':
      return { statuses: ['resolved', 'closed'] };
  }
}

/** A queue of the desk: what is due first at the top; what is done, newest first. Asked again every 20 s. */
export function useTickets(queue: Queue, myId: string) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...ticketKeys.all, 'list', queue],
    initialPageParam: undefined as Json | undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
    queryFn: async ({ signal, pageParam }) =>
      (await run(
        client.rpc('list_tickets', {
          p_filters: filtersOf(queue, myId),
          p_sort: queue === 'done' ? 'newest' : 'due',
          p_limit: 40,
          ...(pageParam !== undefined && { p_before: pageParam }),
        }),
        signal,
      )) as unknown as { tickets: Ticket[]; next: Json | null; counts: TicketCounts },
    getNextPageParam: (last) => last.next ?? undefined,
  });
}
