import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { StoreCard, StoreSort } from './types.ts';

export interface StoreSearch {
  lon: number;
  lat: number;
  cityId: string;
  categorySlug?: string;
  query?: string;
  sort: StoreSort;
}

/** How many stores one page of a list holds. */
export const storesPerPage = 20;

/** Stores around a point, those that deliver there and are open first; `after` is the `page_cursor` of the last one seen. */
export async function findStores(search: StoreSearch, after?: string): Promise<StoreCard[]> {
  const rows: unknown = unwrap(
    await db().rpc('find_stores', {
      p_lon: search.lon,
      p_lat: search.lat,
      p_city_id: search.cityId,
      ...(search.categorySlug === undefined ? {} : { p_category_slug: search.categorySlug }),
      ...(search.query === undefined ? {} : { p_query: search.query }),
      p_sort: search.sort,
      p_limit: storesPerPage,
      ...(after === undefined ? {} : { p_after: after }),
    }),
  );
  return rows as StoreCard[];
}
