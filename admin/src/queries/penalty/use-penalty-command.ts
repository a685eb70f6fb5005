import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { penaltyKeys } from './use-penalties.ts';

type Args = { id: string; command: 'appeal' | 'uphold' | 'withdraw'; words: string };

/** A merchant appeals against a penalty; ops uphold or withdraw it. Each with words. */
export function usePenaltyCommand() {
  return useCommand(
    (client, { id, command, words }: Args, key) =>
      run(
        command === 'appeal'
          ? client.rpc('appeal_penalty', { p_penalty_id: id, p_appeal: words, p_idempotency_key: key })
          : client.rpc(command === 'uphold' ? 'uphold_penalty' : 'withdraw_penalty', {
              p_penalty_id: id,
              p_answer: words,
              p_idempotency_key: key,
            }),
      ),
    { done: 'penalties.done', refresh: [penaltyKeys.all] },
  );
}
