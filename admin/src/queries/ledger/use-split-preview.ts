import type { Json } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type SplitPreview = {
  total_cents: number;
  sum_cents: number;
  commission: { name: string; base_cents: number; amount_cents: number; percent_bps: number }[];
  entries: { account: string; purpose: string; amount_cents: number }[];
};
/** Who splits: a stored plan, or rules that are not saved. */
export type SplitPlan = { plan_id: string } | { rules: object[] };

/** How a sample order is split under a plan. */
export function useSplitPreview(plan: SplitPlan | undefined, order: object) {
  const client = useClient();
  return useQuery({
    queryKey: ['split-preview', plan, order],
    enabled: plan !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_split', { p_plan: plan as unknown as Json, p_order: order as Json }),
        signal,
      )) as unknown as SplitPreview,
  });
}
