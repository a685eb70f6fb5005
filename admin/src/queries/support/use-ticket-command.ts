import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LinliClient } from '@linli/database';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { ticketKeys } from './ticket-keys.ts';
import type { TicketPriority } from './types.ts';

/** `key` is the idempotency key of this one intent. */
export type TicketCommand = { id: string; key: string } & (
  | { command: 'reply'; body: string; attachments: string[] }
  | { command: 'note' | 'reopen' | 'ask_store'; body: string }
  | { command: 'close' }
  | { command: 'rate'; rating: number }
  | { command: 'resolve'; resolution: string }
  | { command: 'assign'; assigneeId: string | undefined }
  | { command: 'prioritize'; priority: TicketPriority }
);

/** Commands of support, or of a store, on a ticket; lists and page read again by themselves. Errors are left to the caller. */
export function useTicketCommand() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (intent: TicketCommand) => perform(client, intent),
    onSettled: () => queries.invalidateQueries({ queryKey: ticketKeys.all }),
  });
}

function perform(client: LinliClient, intent: TicketCommand): Promise<unknown> {
  const ticket = { p_ticket_id: intent.id, p_idempotency_key: intent.key };
  switch (intent.command) {
    case 'reply':
      return run(
        client.rpc('reply_ticket', { ...ticket, p_body: intent.body, p_attachments: intent.attachments }),
      );
    case 'ask_store':
      return run(client.rpc('ask_store', { ...ticket, p_body: intent.body }));
    case 'close':
      return run(client.rpc('close_ticket', ticket));
    case 'rate':
      return run(client.rpc('rate_ticket', { ...ticket, p_rating: intent.rating }));
    case 'note':
      return run(client.rpc('note_ticket', { ...ticket, p_body: intent.body }));
    case 'reopen':
      return run(client.rpc('reopen_ticket', { ...ticket, p_body: intent.body }));
    case 'resolve':
      return run(client.rpc('resolve_ticket', { ...ticket, p_resolution: intent.resolution }));
    case 'assign':
      return run(client.rpc('assign_ticket', { ...ticket, p_assignee_id: intent.assigneeId }));
    case 'prioritize':
      return run(client.rpc('prioritize_ticket', { ...ticket, p_priority: intent.priority }));
  }
}
