import type { Json } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { RateRule } from '../../lib/rates/rate-rule.ts';
import { run } from '../run.ts';
import { rateCardsKey } from './use-rate-cards.ts';

export type RateCardDraft = {
  name: string;
  zoneId: string | null;
  storeId: string | null;
  reachMeters: number;
  /** `null` begins at once. */
  startsAt: string | null;
  endsAt: string | null;
  rules: RateRule[];
};

/** Makes the next version of a card, or ends one. Errors are left to the caller. */
export function useRateCardCommands(cityId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: rateCardsKey(cityId) });
  const save = useMutation({
    mutationFn: async ({ draft, key }: { draft: RateCardDraft; key: string }) =>
      (await run(
        client.rpc('save_rate_card', {
          p_city_id: cityId,
          p_reach_meters: draft.reachMeters,
          p_rules: draft.rules as unknown as Json,
          p_idempotency_key: key,
          p_zone_id: draft.zoneId ?? undefined,
          p_store_id: draft.storeId ?? undefined,
          p_name: draft.name,
          p_starts_at: draft.startsAt ?? undefined,
          p_ends_at: draft.endsAt ?? undefined,
        }),
      )) as unknown as { id: string },
    onSettled,
  });
  const end = useMutation({
    mutationFn: (id: string) => run(client.rpc('end_rate_card', { p_rate_card_id: id })),
    onSettled,
  });
  return { save, end };
}
