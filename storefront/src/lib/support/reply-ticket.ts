import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Writes to support. `key` is the idempotency key of this intent. */
export async function replyTicket(id: string, body: string, photos: string[], key: string): Promise<void> {
  unwrap(
    await db().rpc('reply_ticket', {
      p_ticket_id: id,
      p_body: body,
      p_idempotency_key: key,
      p_attachments: photos,
    }),
  );
}
