import type { Json } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { rateCardKey } from './use-rate-card.ts';

export type RateCardDraft = {
  reachMeters: number;
  /** Rules in order, as objects of `rate_card_rules`' columns. */
  rules: Json[];
};

/** Makes the next version of a city's rate card. */
export function useSaveRateCard(cityId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reachMeters, rules }: RateCardDraft) =>
      run(
        client.rpc('save_rate_card', {
          p_city_id: cityId,
          p_reach_meters: reachMeters,
          p_rules: rules,
          p_idempotency_key: crypto.randomUUID(),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: rateCardKey(cityId) }),
  });
}
