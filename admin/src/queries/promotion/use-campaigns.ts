import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type CampaignRow = Pick<
  Tables<'promotions'>,
  | 'id'
  | 'name'
  | 'translations'
  | 'kind'
  | 'effect'
  | 'tiers'
  | 'conditions'
  | 'starts_at'
  | 'ends_at'
  | 'is_enrolment_open'
  | 'enrolment_share_bps'
> & {
  /** The part that the store bears; undefined while it does not take part. */
  share_bps: number | undefined;
};

export const campaignsKey = (storeId: string) => ['campaigns', storeId] as const;

const columns =
  'id,name,translations,kind,effect,tiers,conditions,starts_at,ends_at,is_enrolment_open,enrolment_share_bps';

/** Running campaigns of the operator that a store may join or takes part in. */
export function useCampaigns(storeId: string, cityId: string) {
  const client = useClient();
  return useQuery({
    queryKey: campaignsKey(storeId),
    queryFn: async ({ signal }): Promise<CampaignRow[]> => {
      const [campaigns, enrolments] = await Promise.all([
        run(
          client
            .from('promotions')
            .select(columns)
            .eq('city_id', cityId)
            .eq('is_for_enrolled', true)
            .eq('status', 'published')
            .or(`ends_at.is.null,ends_at.gt.${new Date().toISOString()}`)
            .order('starts_at', { ascending: false }),
          signal,
        ),
        run(
          client
            .from('campaign_enrolments')
            .select('promotion_id,merchant_share_bps')
            .eq('store_id', storeId),
          signal,
        ),
      ]);
      const shares = new Map(enrolments.map((row) => [row.promotion_id, row.merchant_share_bps]));
      return campaigns
        .map((row) => ({ ...row, share_bps: shares.get(row.id) }))
        .filter((row) => row.is_enrolment_open || row.share_bps !== undefined);
    },
  });
}
