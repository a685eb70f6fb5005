import type { LinliClient, Tables } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

export const openStatuses = [
  'placed',
  'accepted',
  'preparing',
  'ready',
  'in_delivery',
  'awaiting_pickup',
  'in_service',
] as const;

const columns =
  'id,number,status,fulfillment_type,currency,total_cents,note,placed_at,accepted_at,ready_at,due_at,slot_starts_at,preparation_expected_at,pickup_expected_at,dropoff_expected_at';

type Order = Pick<
  Tables<'orders'>,
  | 'id'
  | 'number'
  | 'status'
  | 'fulfillment_type'
  | 'currency'
  | 'total_cents'
  | 'note'
  | 'placed_at'
  | 'accepted_at'
  | 'ready_at'
  | 'due_at'
  | 'slot_starts_at'
  | 'preparation_expected_at'
  | 'pickup_expected_at'
  | 'dropoff_expected_at'
>;
type Item = Pick<Tables<'order_items'>, 'order_id' | 'name' | 'translations' | 'quantity' | 'note'>;
type Delivery = Pick<Tables<'deliveries'>, 'id' | 'order_id' | 'status'>;

export type DeskOrder = Order & { items: Item[]; delivery: Delivery | undefined };

/** The open orders of a store with their lines and riders, oldest first; read again on every change. */
export function useDeskOrders(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.desk(storeId),
    queryFn: ({ signal }) => fetchDesk(client, storeId, signal),
    refetchInterval: 30_000,
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
  });
}

async function fetchDesk(client: LinliClient, storeId: string, signal: AbortSignal): Promise<DeskOrder[]> {
  const orders: Order[] = await run(
    client
      .from('orders')
      .select(columns)
      .eq('store_id', storeId)
      .in('status', [...openStatuses])
      .order('placed_at')
      .limit(150),
    signal,
  );
  if (orders.length === 0) return [];
  const ids = orders.map((order) => order.id);
  const [items, deliveries]: [Item[], Delivery[]] = await Promise.all([
    run(
      client
        .from('order_items')
        .select('order_id,name,translations,quantity,note')
        .in('order_id', ids)
        .order('id'),
      signal,
    ),
    run(client.from('deliveries').select('id,order_id,status').in('order_id', ids), signal),
  ]);
  return orders.map((order) => ({
    ...order,
    items: items.filter((item) => item.order_id === order.id),
    delivery: deliveries.find((delivery) => delivery.order_id === order.id),
  }));
}
