import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type SplitPreview = {
  total_cents: number;
  sum_cents: number;
  entries: { account: string; purpose: string; amount_cents: number }[];
};

/** How a sample order of `goodsCents` is split under a plan. */
export function useSplitPreview(planId: string | undefined, goodsCents: number) {
  const client = useClient();
  return useQuery({
    queryKey: ['split-preview', planId, goodsCents],
    enabled: planId !== undefined,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_split', {
          p_plan: { plan_id: planId ?? '' },
          p_order: { lines: [{ total_cents: goodsCents }] },
        }),
        signal,
      )) as unknown as SplitPreview,
  });
}
