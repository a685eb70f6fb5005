import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Ticket } from './types.ts';

/** One's own tickets, newest first, at most fifty; those about one order when it is given. */
export async function listTickets(orderId?: string): Promise<Ticket[]> {
  const answer: unknown = unwrap(
    await db().rpc('list_tickets', {
      p_filters: { opened_as: 'customer', ...(orderId === undefined ? {} : { order_id: orderId }) },
      p_limit: 50,
    }),
  );
  return (answer as { tickets: Ticket[] }).tickets;
}
