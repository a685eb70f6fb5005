import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export const outboxStates = ['waiting', 'running', 'failing', 'done', 'given_up'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** The last messages that the workflow engine was given to send, and a way to send one again. */
export function useOutbox(state: OutboxState | undefined) {
  const client = useClient();
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ['outbox', state],
    queryFn: ({ signal }) => run(client.rpc('list_outbox_messages', { p_state: state }), signal),
    refetchInterval: 30_000,
  });
  const retry = useMutation({
    mutationFn: (id: string) => run(client.rpc('retry_outbox_message', { p_message_id: id })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  });
  return { list, retry };
}
