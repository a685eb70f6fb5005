import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type SampleProduct = {
  id: string;
  name: string;
  translations: unknown;
  price_cents: number;
  modifier_groups: {
    min_count: number;
    sort_order: number;
    modifiers: { id: string; sort_order: number; is_available: boolean }[];
  }[];
};

/** What a sample cart of a store can hold. */
export function useSampleMenu(storeId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['sample-menu', storeId],
    enabled: storeId !== undefined,
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await run(
        client
          .from('products')
          .select(
            'id,name,translations,price_cents,modifier_groups(min_count,sort_order,modifiers(id,sort_order,is_available))',
          )
          .eq('store_id', storeId ?? '')
          .eq('status', 'published')
          // Carts for the door or the counter: services and vouchers are sold another way.
          .eq('kind', 'goods')
          .order('sort_order')
          .limit(300),
        signal,
      )) as unknown as SampleProduct[],
  });
}
