import assert from 'node:assert/strict';
import { capture, chargeFor } from '../concurrency/buyers.ts';
import type { Town } from '../concurrency/town.ts';

export interface Quote {
  id: string;
  lines: { quantity: number; unit_price_cents: number; total_cents: number }[];
  adjustments: { scope: string; line_number: number | null; amount_cents: number }[];
  subtotal_cents: number;
  packaging_fee_cents: number;
  delivery_fee_cents: number;
  discount_cents: number;
  tip_cents: number;
  total_cents: number;
}

export interface Terms {
  percentBps: number;
  tierMin: number;
  tierShare: number;
  freight: number;
  shareBps: number;
}

/** What the dishes of the shop cost. */
export const prices = [1, 99, 1000, 2333, 9999];
/** Dishes of every price, and one promotion of each automatic kind that `plan` sets anew. */
export async function openShop(town: Town): Promise<void> {
  await town.read(
    `insert into public.products (id, store_id, section_id, name, price_cents)
     select tests.person('dish-' || n), tests.person('store'), tests.person('section'), '菜' || n, ($1::int[])[n + 1]
     from generate_series(0, array_length($1::int[], 1) - 1) n`,
    prices,
  );
  await town.read(
    `update public.settings set schema = '{"type": "integer"}', value = '1000000' where key in ('order.quotes_per_minute', 'order.max_unpaid')`,
  );
  await town.read(`update public.stores set minimum_order_cents = 0`);
  await town.read(
    `insert into public.promotions (id, city_id, kind, name, effect, cost_bearer, merchant_share_bps, status)
     values (tests.person('percent'), tests.person('city'), 'item_discount', '折扣', '{"percent_bps": 1}', 'shared', 1, 'published')`,
  );
}

export async function plan(town: Town, terms: Terms): Promise<void> {
  await town.read(
    `update public.promotions set effect = jsonb_build_object('percent_bps', $1::int), merchant_share_bps = $2
     where id = tests.person('percent')`,
    terms.percentBps,
    terms.shareBps,
  );
  await town.read(
    `update public.promotions set tiers = jsonb_build_array(jsonb_build_object('min_cents', $1::int, 'discount_cents', $2::int))
     where id = tests.person('full_cut')`,
    terms.tierMin,
    Math.max(1, Math.floor((terms.tierMin * terms.tierShare) / 100)),
  );
  await town.read(
    `update public.promotions set tiers = jsonb_build_array(jsonb_build_object('min_cents', 0, 'discount_cents', $1::int))
     where id = tests.person('cheap_way')`,
    terms.freight,
  );
}

export function quote(
  town: Town,
  items: { dish: number; quantity: number }[],
  fulfillment: string,
  tipCents: number,
): Promise<Quote> {
  return town.must(
    'customer',
    `select public.quote_order(tests.person('store'),
       (select jsonb_agg(jsonb_build_object('product_id', tests.person('dish-' || (i ->> 'dish')), 'quantity', i -> 'quantity'))
        from jsonb_array_elements($1::jsonb) i), $2::public.fulfillment_type, tests.person('home'), $3)`,
    JSON.stringify(items),
    fulfillment,
    tipCents,
  );
}

export function checkQuote(asked: Quote): void {
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  for (const line of asked.lines) assert.equal(line.total_cents, line.unit_price_cents * line.quantity);
  assert.equal(asked.subtotal_cents, sum(asked.lines.map((line) => line.total_cents)));
  assert.equal(asked.discount_cents, -sum(asked.adjustments.map((one) => one.amount_cents)));
  assert.equal(
    asked.total_cents,
    asked.subtotal_cents +
      asked.packaging_fee_cents +
      asked.delivery_fee_cents +
      asked.tip_cents -
      asked.discount_cents,
  );
  const off = (scope: string): number =>
    -sum(asked.adjustments.filter((one) => one.scope === scope).map((one) => one.amount_cents));
  assert.ok(asked.adjustments.every((one) => one.amount_cents < 0));
  assert.ok(off('goods') <= asked.subtotal_cents);
  assert.ok(off('delivery') <= asked.delivery_fee_cents);
  assert.ok(asked.total_cents >= 0);
}

export async function buy(town: Town, asked: Quote): Promise<string> {
  const orderId = await town.must<string>(
    'customer',
    `select public.place_order($1::uuid, 'place-' || $1::text, '', true) ->> 'id'`,
    asked.id,
  );
  const charge = await chargeFor(town, 'customer', orderId);
  assert.equal(Number(charge.amount_cents), asked.total_cents);
  assert.deepEqual(await capture(town, charge, `paid-${orderId}`), { value: 'false' });
  return orderId;
}

/** The store takes pieces off the first line; refused when nothing would be left. */
export async function takeOff(town: Town, orderId: string, pieces: number): Promise<void> {
  const quantity = Number(
    await town.read(
      'select quantity from public.order_items where order_id = $1 and line_number = 1',
      orderId,
    ),
  );
  if (pieces === 0) return;
  const { error } = await town.as(
    'staff',
    `select public.propose_edit($1::uuid, $2::jsonb, 'edit-' || $1::text)`,
    orderId,
    JSON.stringify([{ line_number: 1, quantity: Math.max(0, quantity - pieces) }]),
  );
  // A smaller cart may fall under a tier, but the discount only shrinks with its goods: it never costs more.
  assert.ok(error === undefined || error === 'order.edit_empty', error);
}

export async function checkOrder(town: Town, orderId: string, paid: number): Promise<void> {
  assert.equal(
    await town.read(
      `select o.total_cents >= 0 and o.total_cents <= $2
         and o.subtotal_cents = (select sum(i.total_cents) from public.order_items i where i.order_id = o.id)
         and o.discount_cents = coalesce((select -sum(a.amount_cents) from public.order_adjustments a where a.order_id = o.id), 0)
         and o.total_cents = o.subtotal_cents + o.packaging_fee_cents + o.delivery_fee_cents + o.tip_cents - o.discount_cents
         and o.total_cents + coalesce((select sum(r.amount_cents) from public.refund_requests r where r.order_id = o.id), 0) = $2
         and not exists (
           select from private.promotion_uses u
           where u.order_id = o.id and u.amount_cents is distinct from coalesce((
             select -sum(a.amount_cents) from public.order_adjustments a
             where a.order_id = o.id and a.promotion_id = u.promotion_id), 0))
       from public.orders o where o.id = $1`,
      orderId,
      paid,
    ),
    true,
  );
}

/** Gives back an amount, or all that is left; more than is left is refused. */
export async function refund(town: Town, orderId: string, amount: number | null): Promise<void> {
  const left = Number(
    await town.read(
      `select sum(private.refundable_cents(p)) from public.payments p where p.order_id = $1`,
      orderId,
    ),
  );
  const wanted = amount ?? left;
  if (wanted === 0) return;
  const { error } = await town.as(
    'postgres',
    `select private.refund_part($1, $2::bigint, 'goodwill', 'merchant')`,
    orderId,
    wanted,
  );
  assert.equal(error, wanted > left ? 'refund.above_paid' : undefined);
}

export async function complete(town: Town, orderId: string): Promise<void> {
  await town.must('staff', `select public.mark_order_ready($1::uuid, 'ready-' || $1::text)`, orderId);
  const code = await town.read<string>('select pickup_code from public.orders where id = $1', orderId);
  await town.must(
    'staff',
    `select public.collect_order($1::uuid, 'collect-' || $1::text, $2)`,
    orderId,
    code,
  );
}

/** The provider pays all refunds; then the ledger balances, nothing of the order stays open, and all is back. */
export async function checkMoney(town: Town, orderId: string, paid: number): Promise<void> {
  await town.must(
    'service_role',
    `select count(public.record_payment_event('wechat_pay', 'back-' || r.id, 'refunded', p.out_trade_no, null,
       r.amount_cents, now(), jsonb_build_object('out_refund_no', r.out_refund_no)))
     from public.refund_requests r join public.payments p on p.id = r.payment_id
     where r.order_id = $1 and r.status = 'refunding'`,
    orderId,
  );
  assert.equal(
    Number(await town.read('select refunded_cents from public.payments where order_id = $1', orderId)),
    paid,
  );
  assert.equal(
    Number(await town.read('select coalesce(sum(amount_cents), 0) from public.ledger_entries')),
    0,
  );
  assert.equal(
    Number(
      await town.read(
        `select coalesce(sum(e.amount_cents), 0) from public.ledger_entries e
         join public.ledger_accounts a on a.id = e.account_id
         join public.ledger_transactions t on t.id = e.transaction_id
         where t.order_id = $1 and a.kind = 'refund_liability'`,
        orderId,
      ),
    ),
    0,
  );
}
