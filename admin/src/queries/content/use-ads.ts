import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type AdSlotRow = Tables<'ad_slots'>;
export type AdBidRow = Tables<'ad_bids'>;
export type AdRunRow = Tables<'ad_runs'>;
export type Ads = { slots: AdSlotRow[]; bids: AdBidRow[]; runs: AdRunRow[] };

export const adsKey = ['ads'];

/**
 * The ad slots of a city with the bids and the auctions of the last thirty days that the reader may see; of one
 * store alone when `storeId` is given.
 */
export function useAds(cityId: string, storeId?: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...adsKey, cityId, storeId],
    queryFn: async ({ signal }): Promise<Ads> => {
      const since = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
      const slots = await run(
        client.from('ad_slots').select('*').eq('city_id', cityId).order('position'),
        signal,
      );
      const slotIds = slots.map((slot) => slot.id);
      let bids = client.from('ad_bids').select('*').in('slot_id', slotIds).gte('ends_on', since);
      let runs = client.from('ad_runs').select('*').in('slot_id', slotIds).gte('run_on', since);
      if (storeId !== undefined) {
        bids = bids.eq('store_id', storeId);
        runs = runs.eq('store_id', storeId);
      }
      const [found, ran] = await Promise.all([
        run(bids.order('created_at', { ascending: false }).limit(500), signal),
        run(runs.order('run_on', { ascending: false }).limit(500), signal),
      ]);
      return { slots, bids: found, runs: ran };
    },
  });
}
