import type { Enums, Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

type Order = Tables<'orders'>;
type Rider = Tables<'riders'>;

export type OrderModifier = Pick<Tables<'modifiers'>, 'id' | 'name' | 'translations' | 'price_cents'> & {
  group: string;
};

/** The answer of `get_order_page`. */
export type OrderPage = {
  order: Omit<Order, 'quote_id'>;
  store: Pick<
    Tables<'stores'>,
    'id' | 'name' | 'translations' | 'phone' | 'street' | 'lon' | 'lat' | 'image_path'
  >;
  contact: {
    contact_name: string;
    contact_phone: string;
    street: string;
    detail: string;
    lon: number | null;
    lat: number | null;
  } | null;
  items: (Omit<Tables<'order_items'>, 'order_id' | 'modifiers'> & { modifiers: OrderModifier[] })[];
  adjustments: Omit<Tables<'order_adjustments'>, 'order_id'>[];
  events: Pick<
    Tables<'order_events'>,
    'command' | 'from_status' | 'to_status' | 'actor' | 'reason_code' | 'created_at'
  >[];
  requests: Pick<
    Tables<'order_requests'>,
    'id' | 'kind' | 'status' | 'asked_by' | 'detail' | 'reason_code' | 'due_at' | 'answered_at' | 'created_at'
  >[];
  booking: Omit<Tables<'bookings'>, 'order_id' | 'customer_id'> | null;
  payment: Pick<Tables<'payments'>, 'provider' | 'status' | 'amount_cents' | 'refunded_cents'> | null;
  delivery:
    | (Pick<
        Tables<'deliveries'>,
        | 'id'
        | 'status'
        | 'ready_expected_at'
        | 'dropoff_expected_at'
        | 'assigned_at'
        | 'picked_up_at'
        | 'delivered_at'
      > & {
        rider: Pick<
          Rider,
          'id' | 'display_name' | 'phone' | 'vehicle' | 'lon' | 'lat' | 'position_at'
        > | null;
        events: {
          command: string;
          to_status: Enums<'delivery_status'>;
          created_at: string;
          client_at: string | null;
        }[];
      })
    | null;
};

/** Everything about one order that the reader may see. */
export function useOrderPage(orderId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.page(orderId),
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_order_page', { p_order_id: orderId }), signal)) as unknown as OrderPage,
  });
}
