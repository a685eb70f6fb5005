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

/** An open store of the demo merchant that delivers to a door beside it. */
export async function chooseStore(merchant: Client): Promise<StoreChoice> {
  const roles = must(await merchant.rpc('get_my_roles')) as { stores: { id: string }[] };
  for (const { id } of roles.stores) {
    const page = must(await merchant.rpc('get_store_page', { p_store_id: id })) as {
      store: { id: string; city_id: string; lon: number; lat: number; is_open: boolean };
    };
    const { store } = page;
    if (store.is_open)
      return { storeId: store.id, cityId: store.city_id, lon: store.lon + 0.004, lat: store.lat + 0.002 };
  }
  throw new Error('no store of the demo merchant is open');
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
