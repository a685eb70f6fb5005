import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Ticket } from './types.ts';

/** What the rider asked support, newest first, at most fifty. Throws DomainFailure. */
export async function listTickets(client: LinliClient): Promise<Ticket[]> {
  const answer: unknown = unwrap(
    await client
      .rpc('list_tickets', { p_filters: { opened_as: 'rider' }, p_limit: 50 })
      .abortSignal(requestLimit()),
  );
  return (answer as { tickets: Ticket[] }).tickets;
}
