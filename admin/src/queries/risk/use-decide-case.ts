import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { riskKeys } from './risk-keys.ts';
import type { BlockAction } from './use-blocks.ts';
import type { Decision } from './use-cases.ts';

/** `key` is the idempotency key of this one intent; `days` undefined blocks until it is lifted. */
export type CaseDecision = {
  id: string;
  decision: Decision;
  note: string;
  refuses: BlockAction[];
  days?: number;
  key: string;
};

/** Decides a case; the desk reads again by itself. Errors are left to the caller. */
export function useDecideCase() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision, note, refuses, days, key }: CaseDecision) =>
      run(
        client.rpc('decide_risk_case', {
          p_case_id: id,
          p_decision: decision,
          p_note: note,
          p_idempotency_key: key,
          ...(refuses.length > 0 && { p_refuses: refuses, p_block_days: days }),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: riskKeys.all }),
  });
}
