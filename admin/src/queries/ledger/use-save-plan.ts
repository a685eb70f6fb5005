import type { Json } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { writtenPlan, type PlanDraft } from '../../lib/commission/plan-draft.ts';
import { run } from '../run.ts';

/** `key` is the idempotency key of this one intent. */
export type PlanIntent = { id: string | undefined; draft: PlanDraft; key: string };

/** Makes or changes a plan with its rules; answers its id. */
export function useSavePlan() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, draft, key }: PlanIntent) =>
      (await run(
        client.rpc('save_commission_plan', {
          p_plan: writtenPlan(draft) as unknown as Json,
          p_idempotency_key: key,
          p_plan_id: id,
        }),
      )) as unknown as { id: string },
    onSettled: () => queries.invalidateQueries({ queryKey: ['commission-plans'] }),
  });
}
