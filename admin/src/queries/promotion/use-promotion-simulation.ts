import type { Json } from '@linli/database';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type Simulation = {
  order_count: number;
  applied_count: number;
  cost_cents: number;
  merchant_cents: number;
  subtotal_cents: number;
  is_budget_reached: boolean;
  is_sample: boolean;
  days: { placed_on: string; order_count: number; applied_count: number; cost_cents: number }[];
};

/** What a draft would have cost on past orders. */
export function usePromotionSimulation() {
  const client = useClient();
  return useMutation({
    mutationFn: async ({ draft, from, to }: { draft: object; from: string; to: string }) =>
      (await run(
        client.rpc('simulate_promotion', { p_promotion: draft as Json, p_from: from, p_to: to }),
      )) as unknown as Simulation,
  });
}
