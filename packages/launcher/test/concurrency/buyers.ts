import type { Outcome, Town } from './town.ts';

/** Signs up customers `buyer-1` … `buyer-<count>` with an address each. */
export async function makeBuyers(town: Town, count: number): Promise<string[]> {
  await town.read(
    `with people as (
       insert into auth.users (id, email) select tests.person('buyer-' || n), 'buyer-' || n || '@test.linli'
       from generate_series(1, $1::int) n returning id
     )
     insert into public.addresses (id, user_id, contact_name, contact_phone, street, lon, lat)
     select extensions.uuid_generate_v5(id, 'home'), id, '买家', '13812345678', '中山路 2 号', 120.158, 30.274 from people`,
    count,
  );
  return Array.from({ length: count }, (_, index) => `buyer-${index + 1}`);
}

/** Quotes a delivery of the named products of the first store; answers the quote's id. */
export async function quoteFor(town: Town, buyer: string, products: string[]): Promise<string> {
  return town.must(
    buyer,
    `select public.quote_order(tests.person('store'),
       (select jsonb_agg(jsonb_build_object('product_id', tests.person(p), 'quantity', 1)) from unnest($2::text[]) p),
       'delivery', extensions.uuid_generate_v5(tests.person($1), 'home')) ->> 'id'`,
    buyer,
    products,
  );
}

/** Places a quote; the key is the quote's own, so that a repeat is a repeat. */
export function place(town: Town, buyer: string, quoteId: string): Promise<Outcome> {
  return town.as(buyer, `select public.place_order($1::uuid, 'place-' || $1::text) ->> 'id'`, quoteId);
}

/** An order of a buyer that is placed and, if wanted, paid; answers its id. */
export async function orderOf(
  town: Town,
  buyer: string,
  products: string[],
  isPaid: boolean,
): Promise<string> {
  const { value, error } = await place(town, buyer, await quoteFor(town, buyer, products));
  if (error) throw new Error(`${buyer} gets no order: ${error}`);
  const orderId = value as string;
  if (!isPaid) return orderId;
  const charge = await chargeFor(town, buyer, orderId);
  const paid = await capture(town, charge, `paid-${orderId}`);
  if (paid.error) throw new Error(`${buyer} cannot pay: ${paid.error}`);
  return orderId;
}

/** What `create_payment` answers, as far as the provider needs it. */
export interface Charge {
  out_trade_no: string;
  amount_cents: number;
}

/** The customer goes to pay. */
export function chargeFor(town: Town, buyer: string, orderId: string): Promise<Charge> {
  return town.must(buyer, `select public.create_payment($1, 'wechat_pay')`, orderId);
}

/** The provider tells of a payment; answers whether it was known already. */
export function capture(town: Town, charge: Charge, eventId: string): Promise<Outcome> {
  return town.as(
    'service_role',
    `select public.record_payment_event('wechat_pay', $1, 'captured', $2, 'tx-' || $2, $3, now()) ->> 'is_duplicate'`,
    eventId,
    charge.out_trade_no,
    charge.amount_cents,
  );
}

/** What the platform's minute does with orders that are due, each in a transaction of its own. */
export async function endDueOrders(town: Town): Promise<Outcome> {
  try {
    return { value: await town.read('call private.run_due_orders()') };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
