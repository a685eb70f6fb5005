import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

const columns =
  'id,number,status,fulfillment_type,currency,total_cents,placed_at,completed_at,closed_at,reason_code';

/** Orders of a store that ended since `since` (ISO instant), newest first. */
export function useClosedOrders(storeId: string, since: string, enabled: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: [...orderKeys.closedToday(storeId), since],
    queryFn: ({ signal }) =>
      run(
        client
          .from('orders')
          .select(columns)
          .eq('store_id', storeId)
          .in('status', ['completed', 'rejected', 'cancelled'])
          .gte('placed_at', since)
          .order('updated_at', { ascending: false })
          .limit(200),
        signal,
      ),
    enabled,
  });
}
