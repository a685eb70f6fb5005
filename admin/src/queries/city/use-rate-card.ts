import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type RateCardRow = Tables<'rate_cards'> & { rate_card_rules: Tables<'rate_card_rules'>[] };

export const rateCardKey = (cityId: string) => ['rate-card', cityId] as const;

/** The rate card of a city that counts now, with its rules in order; `null` when it has none. */
export function useRateCard(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: rateCardKey(cityId),
    queryFn: async ({ signal }): Promise<RateCardRow | null> => {
      const now = new Date().toISOString();
      const rows = await run(
        client
          .from('rate_cards')
          .select('*, rate_card_rules(*)')
          .eq('city_id', cityId)
          .is('zone_id', null)
          .is('store_id', null)
          .lte('starts_at', now)
          .or(`ends_at.is.null,ends_at.gt.${now}`)
          .order('version', { ascending: false })
          .order('position', { referencedTable: 'rate_card_rules' })
          .limit(1),
        signal,
      );
      return rows[0] ?? null;
    },
  });
}
