import type { Json } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type CustomerFacts = {
  order_count: number;
  spent_cents: number;
  days_since_order: number | null;
  member_days: number | null;
  tier: string | null;
  tags: string[];
  segments: string[];
};
export type SegmentPreview = {
  total_count: number;
  count: number;
  is_estimate: boolean;
  sample: { id: string; display_name: string; facts: CustomerFacts }[];
};

/** Whom a rule means, before it is saved; asked while `isWanted`. */
export function useSegmentPreview(rule: unknown, isWanted: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['segment-preview', rule],
    enabled: isWanted,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_segment', { p_conditions: rule as Json }),
        signal,
      )) as unknown as SegmentPreview,
  });
}
