import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { AppError } from '../../lib/app-error.ts';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** Columns of a store that its settings show. */
const columns =
  'id,merchant_id,city_id,category_id,name,translations,description,phone,street,lon,lat,image_path,is_published,closed_until,preparation_minutes,minimum_order_cents,packaging_fee_cents,delivery_area,rush_until,rush_extra_minutes,is_rush_delivery_paused';

export type StoreDetail = Pick<
  Tables<'stores'>,
  | 'id'
  | 'merchant_id'
  | 'city_id'
  | 'category_id'
  | 'name'
  | 'translations'
  | 'description'
  | 'phone'
  | 'street'
  | 'lon'
  | 'lat'
  | 'image_path'
  | 'is_published'
  | 'closed_until'
  | 'preparation_minutes'
  | 'minimum_order_cents'
  | 'packaging_fee_cents'
  | 'delivery_area'
  | 'rush_until'
  | 'rush_extra_minutes'
  | 'is_rush_delivery_paused'
>;

export const storeDetailKey = (storeId: string) => ['store', storeId] as const;

/** One store as its settings show it. */
export function useStoreDetail(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: storeDetailKey(storeId),
    queryFn: async ({ signal }): Promise<StoreDetail> => {
      const [row] = await run(client.from('stores').select(columns).eq('id', storeId).limit(1), signal);
      if (row === undefined) throw new AppError({ key: 'store.not_found', status: 404, detail: {} });
      return row;
    },
  });
}
