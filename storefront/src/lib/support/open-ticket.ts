import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Ticket } from './types.ts';

export interface NewTicket {
  subjectCode: string;
  body: string;
  orderId?: string;
  /** Names of uploaded photos. */
  photos: string[];
}

/** Asks support. `key` is the idempotency key of this intent. */
export async function openTicket(ticket: NewTicket, key: string): Promise<Ticket> {
  const answer: unknown = unwrap(
    await db().rpc('open_ticket', {
      p_subject_code: ticket.subjectCode,
      p_body: ticket.body,
      p_idempotency_key: key,
      p_attachments: ticket.photos,
      ...(ticket.orderId === undefined ? {} : { p_order_id: ticket.orderId }),
    }),
  );
  return answer as Ticket;
}
