import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { stockKey } from './use-stock.ts';

type Named = { name: string; translations: unknown };
export type StockLine = Tables<'stock_items'> & {
  product: Named | null;
  variant: (Named & { product: Named | null }) | null;
  modifier: Named | null;
};

/** Everything that a store counts, with what it is. */
export function useStoreStock(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...stockKey(storeId), 'all'],
    queryFn: ({ signal }): Promise<StockLine[]> =>
      run(
        client
          .from('stock_items')
          .select(
            '*,product:products!product_id(name,translations),variant:product_variants!variant_id(name,translations,product:products!product_id(name,translations)),modifier:modifiers!modifier_id(name,translations)',
          )
          .eq('store_id', storeId)
          .limit(1000),
        signal,
      ),
    refetchInterval: 30_000,
  });
}
