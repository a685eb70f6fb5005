import type { Json } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { RateRule } from '../../lib/rates/rate-rule.ts';
import { run } from '../run.ts';

export type RateSample = {
  storeId: string;
  lon: number;
  lat: number;
  goodsCents: number;
  weightGrams: number;
  at: string;
};
export type RatePreview = {
  distance_meters: number;
  reach_meters: number;
  is_in_reach: boolean;
  fee_cents: number | null;
  rules: { position: number; kind: string; label: string; translations: unknown; amount_cents: number }[];
};

/** What a delivery would cost by rules that are not saved; nothing is asked until sample and rules are whole. */
export function useRatePreview(
  sample: RateSample | undefined,
  rules: RateRule[] | undefined,
  reachMeters: number,
) {
  const client = useClient();
  return useQuery({
    queryKey: ['rate-preview', sample, rules, reachMeters],
    enabled: sample !== undefined && rules !== undefined && rules.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('preview_rate_card', {
          p_store_id: sample?.storeId ?? '',
          p_lon: sample?.lon ?? 0,
          p_lat: sample?.lat ?? 0,
          p_goods_cents: sample?.goodsCents,
          p_weight_grams: sample?.weightGrams,
          p_at: sample?.at,
          p_rules: rules as unknown as Json,
          p_reach_meters: reachMeters,
        }),
        signal,
      )) as unknown as RatePreview,
  });
}
