import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Says how support did, 1 to 5. `key` is the idempotency key of this intent. */
export async function rateTicket(id: string, stars: number, key: string): Promise<void> {
  unwrap(await db().rpc('rate_ticket', { p_ticket_id: id, p_rating: stars, p_idempotency_key: key }));
}
