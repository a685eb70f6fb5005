import { newKey } from '@linli/database';
import type { World } from '@linli/launcher/world/start-world';
import { must, type Client } from './people.ts';

export interface PlacedOrder {
  id: string;
  number: string;
  total_cents: number;
}

export interface StoreChoice {
  storeId: string;
  cityId: string;
  lon: number;
  lat: number;
}

/** The merchant's first store, kept open around the clock (tests run at any hour), and a door near it. */
export async function chooseStore(merchant: Client): Promise<StoreChoice> {
  const roles = must(await merchant.rpc('get_my_roles')) as unknown as {
    stores: { id: string; city_id: string }[];
  };
  const mine = roles.stores[0];
  if (!mine) throw new Error('the merchant has no store');
  await openAllDay(merchant, mine.id);
  const { data, error } = await merchant.from('stores').select('lon, lat').eq('id', mine.id).single();
  if (error) throw error;
  return { storeId: mine.id, cityId: mine.city_id, lon: data.lon + 0.004, lat: data.lat + 0.002 };
}

async function openAllDay(merchant: Client, storeId: string): Promise<void> {
  const removed = await merchant.from('store_hours').delete().eq('store_id', storeId);
  if (removed.error) throw removed.error;
  const hours = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
    store_id: storeId,
    weekday,
    opens_at: '00:00',
    closes_at: '00:00',
  }));
  const added = await merchant.from('store_hours').insert(hours);
  if (added.error) throw added.error;
}

/** A cart above the store's minimum, with every required option chosen. */
async function fillCart(
  customer: Client,
  storeId: string,
): Promise<{ product_id: string; quantity: number; modifier_ids: string[] }[]> {
  const page = must(await customer.rpc('get_store_page', { p_store_id: storeId })) as {
    store: { minimum_order_cents: number };
    sections: {
      products: {
        id: string;
        price_cents: number;
        is_sold_out: boolean;
        left_count: number | null;
        modifier_groups: { min_count: number; modifiers: { id: string; is_available: boolean }[] }[];
      }[];
    }[];
  };
  const product = page.sections
    .flatMap((section) => section.products)
    .find((one) => !one.is_sold_out && one.left_count === null && one.price_cents > 0);
  if (!product) throw new Error('the store has nothing to sell');
  return [
    {
      product_id: product.id,
      quantity: Math.max(2, Math.ceil(page.store.minimum_order_cents / product.price_cents)),
      modifier_ids: product.modifier_groups.flatMap((group) =>
        group.modifiers
          .filter((one) => one.is_available)
          .slice(0, group.min_count)
          .map((one) => one.id),
      ),
    },
  ];
}

/** Quotes and places an order to a door beside the store. */
export async function placeOrder(
  customer: Client,
  choice: StoreChoice,
  key = newKey(),
): Promise<PlacedOrder> {
  const address = must(
    await customer
      .from('addresses')
      .insert({
        contact_name: '王小明',
        contact_phone: '13800000000',
        street: '演示路 8 号',
        lon: choice.lon,
        lat: choice.lat,
      })
      .select('id')
      .single(),
  );
  const quote = must(
    await customer.rpc('quote_order', {
      p_store_id: choice.storeId,
      p_items: await fillCart(customer, choice.storeId),
      p_address_id: address.id,
      p_tip_cents: 200,
    }),
  ) as { id: string };
  return must(
    await customer.rpc('place_order', { p_quote_id: quote.id, p_idempotency_key: key }),
  ) as unknown as PlacedOrder;
}

/** Opens the charge through the edge function and has the payer confirm it in the sandbox. */
export async function payOrder(world: World, customer: Client, orderId: string): Promise<void> {
  const answer = await customer.functions.invoke('payment-create', {
    body: {
      order_id: orderId,
      method: 'wechat_pay',
      return_url: `${world.urls.storefront}/orders/${orderId}`,
    },
  });
  if (answer.error) throw answer.error;
  const payments = must(await customer.from('payments').select('out_trade_no').eq('order_id', orderId));
  const response = await fetch(`${world.urls.wechatPay}/sandbox/pay/${payments[0]?.out_trade_no}`, {
    method: 'POST',
  });
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${await response.text()}`);
}
