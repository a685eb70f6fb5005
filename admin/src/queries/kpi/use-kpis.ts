import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type KpiSpan = {
  gmv_cents: number;
  order_count: number;
  lost_count: number;
  customer_count: number;
  merchant_count: number;
  delivered_count: number;
  on_time_count: number;
};
export type KpiPart = {
  id: string;
  name: string;
  translations: unknown;
  order_count: number;
  gmv_cents: number;
  delivered_count: number;
  on_time_count: number;
};

/** The answer of `get_kpis`. */
export type Kpis = {
  at: string;
  currency: string;
  today: KpiSpan;
  /** The same hours a week ago. */
  before: KpiSpan;
  live: Record<
    'open_count' | 'rider_count' | 'store_count' | 'merchant_count' | 'user_count' | 'active_count',
    number
  >;
  hours: {
    hour: number;
    gmv_cents: number;
    order_count: number;
    before_gmv_cents: number;
    before_order_count: number;
  }[];
  zones: KpiPart[];
  categories: KpiPart[];
};

export const kpisKey = ['kpis'] as const;

/** The numbers of a city now, of all of it or of one zone or category. */
export function useKpis(cityId: string, zoneId: string | undefined, categoryId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...kpisKey, cityId, zoneId, categoryId],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_kpis', {
          p_city_id: cityId,
          ...(zoneId === undefined ? {} : { p_zone_id: zoneId }),
          ...(categoryId === undefined ? {} : { p_category_id: categoryId }),
        }),
        signal,
      )) as unknown as Kpis,
    refetchInterval: 60_000,
  });
}
