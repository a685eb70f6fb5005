import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { campaignsKey, type CampaignRow } from './use-campaigns.ts';

/** A store joins a campaign on the operator's terms, or leaves it. */
export function useCampaignCommands(storeId: string) {
  const refresh = [campaignsKey(storeId)];
  const join = useCommand(
    (client, { id, enrolment_share_bps }: CampaignRow) =>
      run(
        client
          .from('campaign_enrolments')
          .insert({ promotion_id: id, store_id: storeId, merchant_share_bps: enrolment_share_bps })
          .select('store_id'),
      ),
    { done: 'campaigns.joined', refresh },
  );
  const leave = useCommand(
    (client, { id }: CampaignRow) =>
      run(
        client
          .from('campaign_enrolments')
          .delete()
          .eq('promotion_id', id)
          .eq('store_id', storeId)
          .select('store_id'),
      ),
    { done: 'campaigns.left', refresh },
  );
  return { join, leave };
}
