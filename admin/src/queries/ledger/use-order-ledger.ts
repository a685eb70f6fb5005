import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

/** Every ledger entry of an order; for ops. */
export function useOrderLedger(orderId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.ledger(orderId),
    queryFn: ({ signal }) => run(client.rpc('get_order_ledger', { p_order_id: orderId }), signal),
  });
}
