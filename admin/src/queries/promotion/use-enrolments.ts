import type { Tables } from '@linli/database';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type EnrolmentRow = Pick<Tables<'campaign_enrolments'>, 'store_id' | 'merchant_share_bps'> & {
  stores: { name: string; translations: unknown } | null;
};

/** The stores of a campaign with the part that each bears, and ways to change them. */
export function useEnrolments(promotionId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const queryKey = ['enrolments', promotionId];
  const onSettled = () => queries.invalidateQueries({ queryKey });
  const list = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await run(
        client
          .from('campaign_enrolments')
          .select('store_id,merchant_share_bps,stores(name,translations)')
          .eq('promotion_id', promotionId)
          .order('created_at'),
        signal,
      )) as unknown as EnrolmentRow[],
  });
  const add = useMutation({
    mutationFn: (row: { store_id: string; merchant_share_bps: number }) =>
      run(
        client
          .from('campaign_enrolments')
          .insert({ ...row, promotion_id: promotionId })
          .select('store_id'),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ store_id, merchant_share_bps }: { store_id: string; merchant_share_bps: number }) =>
      run(
        client
          .from('campaign_enrolments')
          .update({ merchant_share_bps })
          .eq('promotion_id', promotionId)
          .eq('store_id', store_id)
          .select('store_id'),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (storeId: string) =>
      run(
        client
          .from('campaign_enrolments')
          .delete()
          .eq('promotion_id', promotionId)
          .eq('store_id', storeId)
          .select('store_id'),
      ),
    onSettled,
  });
  return { list, add, change, remove };
}
