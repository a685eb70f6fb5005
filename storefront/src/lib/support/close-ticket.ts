import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Needs no more help. `key` is the idempotency key of this intent. */
export async function closeTicket(id: string, key: string): Promise<void> {
  unwrap(await db().rpc('close_ticket', { p_ticket_id: id, p_idempotency_key: key }));
}
