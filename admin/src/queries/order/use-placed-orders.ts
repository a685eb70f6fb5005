import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

/** Orders that wait for the store's answer. Asked in the background too: a tablet on the counter must ring. */
export function usePlacedOrders(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.placed(storeId),
    queryFn: ({ signal }) =>
      run(
        client
          .from('orders')
          .select('id,number,placed_at')
          .eq('store_id', storeId)
          .eq('status', 'placed')
          .order('placed_at')
          .limit(100),
        signal,
      ),
    refetchInterval: 20_000,
    refetchIntervalInBackground: true,
  });
}
