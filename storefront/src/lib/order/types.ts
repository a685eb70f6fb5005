import type { Enums, Tables } from '@linli/database';

export type OrderStatus = Enums<'order_status'>;
export type DeliveryStatus = Enums<'delivery_status'>;
export type FulfillmentType = Enums<'fulfillment_type'>;

export type OrderAdjustment = Pick<
  Tables<'order_adjustments'>,
  'kind' | 'name' | 'translations' | 'amount_cents'
>;

export type LineModifier = Pick<Tables<'modifiers'>, 'id' | 'name' | 'translations'>;

/** A priced line of a quote; amounts in minor units. */
export type QuoteLine = Pick<
  Tables<'order_items'>,
  'name' | 'translations' | 'note' | 'quantity' | 'unit_price_cents' | 'total_cents'
> & { product_id: string; modifiers: LineModifier[] };

/** What `quote_order` answers. */
export type Quote = Omit<Tables<'quotes'>, 'customer_id' | 'lines' | 'adjustments' | 'address'> & {
  lines: QuoteLine[];
  adjustments: OrderAdjustment[];
};

/** What every order command answers. */
export type OrderAnswer = Pick<
  Tables<'orders'>,
  'id' | 'number' | 'status' | 'store_id' | 'total_cents' | 'currency' | 'updated_at'
>;

export type OrderItem = Pick<
  Tables<'order_items'>,
  | 'id'
  | 'line_number'
  | 'product_id'
  | 'name'
  | 'translations'
  | 'note'
  | 'quantity'
  | 'unit_price_cents'
  | 'total_cents'
> & { modifiers: LineModifier[] };

export type OrderEvent = Pick<
  Tables<'order_events'>,
  'command' | 'from_status' | 'to_status' | 'actor' | 'reason_code' | 'created_at'
>;

export interface OrderRider {
  id: string;
  display_name: string;
  lon: number | null;
  lat: number | null;
  heading: number | null;
  position_at: string | null;
}

export type OrderDelivery = Pick<
  Tables<'deliveries'>,
  'id' | 'status' | 'dropoff_expected_at' | 'assigned_at' | 'picked_up_at' | 'delivered_at'
> & {
  /** At the door by then every other time, and nine times in ten; null when it is over. */
  eta: { p50_at: string; p90_at: string } | null;
  /** What the customer tells the rider, where the delivery asks for it; for the customer alone. */
  hand_over_code: string | null;
  rider: OrderRider | null;
  events: Pick<Tables<'delivery_events'>, 'command' | 'to_status' | 'created_at' | 'client_at'>[];
};

/** What `get_order_page` answers. */
export interface OrderPage {
  order: Omit<Tables<'orders'>, 'quote_id'>;
  store: Pick<
    Tables<'stores'>,
    'id' | 'name' | 'translations' | 'phone' | 'street' | 'lon' | 'lat' | 'image_path'
  > & { category_slug: string };
  contact: {
    contact_name: string;
    contact_phone: string;
    street: string;
    detail: string;
    lon: number;
    lat: number;
  } | null;
  items: OrderItem[];
  adjustments: OrderAdjustment[];
  events: OrderEvent[];
  payment: Pick<Tables<'payments'>, 'provider' | 'status' | 'amount_cents' | 'refunded_cents'> | null;
  delivery: OrderDelivery | null;
}

/** An order in a list. */
export type OrderRow = Pick<
  Tables<'orders'>,
  | 'id'
  | 'number'
  | 'status'
  | 'fulfillment_type'
  | 'total_cents'
  | 'currency'
  | 'created_at'
  | 'store_id'
  | 'city_id'
> & {
  stores:
    | (Pick<Tables<'stores'>, 'name' | 'translations' | 'image_path'> & {
        categories: Pick<Tables<'categories'>, 'slug'> | null;
      })
    | null;
  order_items: Pick<Tables<'order_items'>, 'name' | 'translations' | 'quantity'>[];
};
