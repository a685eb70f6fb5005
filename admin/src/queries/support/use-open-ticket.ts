import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { ticketKeys } from './ticket-keys.ts';
import type { Ticket } from './types.ts';

type Question = { subject: string; body: string; orderId: string | undefined; attachments: string[] };

/** A store asks support; answers the ticket. */
export function useOpenTicket(storeId: string) {
  return useCommand(
    async (client, { subject, body, orderId, attachments }: Question, key) =>
      (await run(
        client.rpc('open_ticket', {
          p_subject_code: subject,
          p_body: body,
          p_idempotency_key: key,
          p_store_id: storeId,
          p_order_id: orderId,
          p_attachments: attachments,
        }),
      )) as unknown as Ticket,
    { done: 'support.opened', refresh: [ticketKeys.all] },
  );
}
