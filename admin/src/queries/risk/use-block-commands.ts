import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { riskKeys } from './risk-keys.ts';
import type { BlockAction, BlockSubject } from './use-blocks.ts';

/** `key` is the idempotency key of this one intent; `until` left out blocks until it is lifted. */
export type BlockIntent =
  | {
      command: 'block';
      subject: BlockSubject;
      id: string;
      refuses: BlockAction[];
      reason: string;
      until?: string;
      key: string;
    }
  | { command: 'lift'; id: string; reason: string; key: string };

/** Blocks someone or lifts a block; lists read again by themselves. Errors are left to the caller. */
export function useBlockCommands() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (intent: BlockIntent): Promise<unknown> =>
      intent.command === 'lift'
        ? run(
            client.rpc('lift_block', {
              p_block_id: intent.id,
              p_reason: intent.reason,
              p_idempotency_key: intent.key,
            }),
          )
        : run(
            client.rpc('block_subject', {
              p_subject: intent.subject,
              p_subject_id: intent.id,
              p_refuses: intent.refuses,
              p_reason: intent.reason,
              // The generated type does not know that a block may be without end.
              p_until: (intent.until ?? null) as unknown as string,
              p_idempotency_key: intent.key,
            }),
          ),
    onSettled: () => queries.invalidateQueries({ queryKey: riskKeys.all }),
  });
}
