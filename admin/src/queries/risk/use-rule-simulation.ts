import type { Enums, Json } from '@linli/database';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type RuleSimulation = {
  checked_count: number;
  hit_count: number;
  completed_count: number;
  sample: { id: string; label: string; at: string; outcome: string }[];
};

/** Tries a rule on the last seven days, as things were then. Errors are left to the caller. */
export function useRuleSimulation() {
  const client = useClient();
  return useMutation({
    mutationFn: async ({ moment, rule }: { moment: Enums<'risk_moment'>; rule: unknown }) =>
      (await run(
        client.rpc('simulate_risk_rule', { p_moment: moment, p_conditions: rule as Json }),
      )) as unknown as RuleSimulation,
  });
}
