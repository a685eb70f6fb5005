import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { TicketPage } from './types.ts';

/** One's own ticket with its conversation. */
export async function getTicketPage(id: string): Promise<TicketPage> {
  const answer: unknown = unwrap(await db().rpc('get_ticket_page', { p_ticket_id: id }));
  return answer as TicketPage;
}
