import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type RateCardRow = Tables<'rate_cards'> & {
  rate_card_rules: Tables<'rate_card_rules'>[];
  zones: { name: string; translations: unknown } | null;
  stores: { name: string; translations: unknown } | null;
};

export const rateCardsKey = (cityId: string) => ['rate-cards', cityId] as const;

/** The newest versions of a city's rate cards of every scope, with their rules in order. */
export function useRateCards(cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: rateCardsKey(cityId),
    queryFn: async ({ signal }) =>
      (await run(
        client
          .from('rate_cards')
          .select('*, rate_card_rules(*), zones(name,translations), stores(name,translations)')
          .eq('city_id', cityId)
          .order('created_at', { ascending: false })
          .order('position', { referencedTable: 'rate_card_rules' })
          .limit(300),
        signal,
      )) as unknown as RateCardRow[],
  });
}
