import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** What may come in for a sold-out line: goods on sale that need no choices made. */
export function useReplacements(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['replacements', storeId],
    queryFn: async ({ signal }) => {
      const rows = await run(
        client
          .from('products')
          .select(
            'id,name,translations,price_cents,sold_out_until,modifier_groups(min_count,is_required),product_variants(id)',
          )
          .eq('store_id', storeId)
          .eq('kind', 'goods')
          .eq('status', 'published')
          .eq('is_available', true)
          .order('name')
          .limit(500),
        signal,
      );
      return rows.filter(
        (row) =>
          row.product_variants.length === 0 &&
          row.modifier_groups.every((group) => !group.is_required || group.min_count === 0) &&
          (row.sold_out_until === null || Date.parse(row.sold_out_until) < Date.now()),
      );
    },
    staleTime: 60_000,
  });
}
