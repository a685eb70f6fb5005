import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';

export type BannerRow = Tables<'banners'>;

/** The banners and tiles of a city in their order. */
export function useBanners(cityId: string) {
  const { query } = useList<BannerRow>({
    resource: 'banners',
    filters: [{ field: 'city_id', operator: 'eq', value: cityId }],
    sorters: [
      { field: 'sort_order', order: 'asc' },
      { field: 'id', order: 'asc' },
    ],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  return { rows: query.data?.data, loading: query.isPending, error: query.error, refetch: query.refetch };
}
