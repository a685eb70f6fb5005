import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { ticketKeys } from './ticket-keys.ts';
import type { TicketPage } from './types.ts';

/** One ticket with its conversation and what may be done now. */
export function useTicketPage(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...ticketKeys.all, 'page', id],
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_ticket_page', { p_ticket_id: id }), signal)) as unknown as TicketPage,
  });
}
