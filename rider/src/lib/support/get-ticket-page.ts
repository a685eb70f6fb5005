import type { LinliClient } from '@linli/database';
import { requestLimit } from '#lib/platform/request-limit.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { TicketPage } from './types.ts';

/** One ticket with its conversation and what may be done now. Throws DomainFailure. */
export async function getTicketPage(client: LinliClient, id: string): Promise<TicketPage> {
  const answer: unknown = unwrap(
    await client.rpc('get_ticket_page', { p_ticket_id: id }).abortSignal(requestLimit()),
  );
  return answer as TicketPage;
}
