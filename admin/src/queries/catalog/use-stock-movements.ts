import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { stockKey } from './use-stock.ts';

/** Why the shelf has what it has: the newest changes of one item. */
export function useStockMovements(storeId: string, itemId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...stockKey(storeId), 'movements', itemId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('stock_movements')
          .select('*')
          .eq('stock_item_id', itemId)
          .order('id', { ascending: false })
          .limit(200),
        signal,
      ),
  });
}
