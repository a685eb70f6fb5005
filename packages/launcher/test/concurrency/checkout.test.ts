import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capture, chargeFor, endDueOrders, makeBuyers, orderOf, place, quoteFor } from './buyers.ts';
import { tally, withTown, type Town } from './town.ts';

test('many at the till at once', { timeout: 300_000 }, async (t) => {
  await withTown(async (town) => {
    await town.read(`delete from public.modifier_groups`);
    await town.read(
      `insert into public.products (id, store_id, section_id, name, price_cents)
       values (tests.person('green'), tests.person('store'), tests.person('section'), '青菜面', 2000)`,
    );
    const buyers = await makeBuyers(town, 300);
    await setStock(town, 50, 1000);

    await t.test('300 buyers for 50 portions: exactly 50 orders', async () => {
      const quotes = await all(buyers, (buyer) => quoteFor(town, buyer, ['noodles', 'tea']));
      const outcomes = await Promise.all(
        buyers.map((buyer, index) => place(town, buyer, quotes[index] ?? '')),
      );
      assert.deepEqual(tally(outcomes), { done: 50, 'stock.sold_out': 250 });
      assert.equal(await stock(town, 'noodles'), '50/50');
      assert.equal(await stock(town, 'tea'), '1000/50');
      assert.equal(Number(await town.read('select count(*) from public.orders')), 50);
    });

    await t.test('the same order placed five times at once is one order', async () => {
      await setStock(town, 1000, 1000);
      const quote = await quoteFor(town, 'buyer-1', ['noodles']);
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => place(town, 'buyer-1', quote)));
      assert.deepEqual(tally(outcomes), { done: 5 });
      assert.equal(new Set(outcomes.map(({ value }) => value)).size, 1);
      assert.equal(
        Number(await town.read('select count(*) from public.orders where quote_id = $1', quote)),
        1,
      );
    });

    await t.test('a promotion never spends more than its budget', async () => {
      await town.read(
        `update public.promotions p set budget_cents = (${spent}) + 20 * 500 where id = tests.person('full_cut')`,
      );
      const some = buyers.slice(0, 60);
      const quotes = await all(some, (buyer) => quoteFor(town, buyer, ['noodles', 'tea']));
      const outcomes = await Promise.all(some.map((buyer, index) => place(town, buyer, quotes[index] ?? '')));
      assert.deepEqual(tally(outcomes), { done: 20, 'promotion.used_up': 40 });
      assert.equal(
        await town.read(
          `select (${spent}) = budget_cents from public.promotions p where id = tests.person('full_cut')`,
        ),
        true,
      );
      await town.read(`update public.promotions set budget_cents = null`);
    });

    await t.test('placing, cancelling and expiring the same things never wait in a circle', async () => {
      const [placing, cancelling, expiring] = [
        buyers.slice(0, 40),
        buyers.slice(40, 80),
        buyers.slice(80, 120),
      ];
      const quotes = await all(placing, (buyer) => quoteFor(town, buyer, ['tea', 'noodles']));
      const toCancel = await all(cancelling, (buyer) => orderOf(town, buyer, ['noodles', 'tea'], false));
      const toExpire = await all(expiring, (buyer) => orderOf(town, buyer, ['tea', 'noodles'], false));
      await town.read(`update public.orders set due_at = now() where id = any ($1::uuid[])`, toExpire);
      const outcomes = await Promise.all([
        endDueOrders(town),
        ...placing.map((buyer, index) => place(town, buyer, quotes[index] ?? '')),
        ...cancelling.map((buyer, index) =>
          town.as(
            buyer,
            `select public.cancel_order($1::uuid, 'cancel-' || $1::text, 'changed_mind')`,
            toCancel[index],
          ),
        ),
        endDueOrders(town),
      ]);
      assert.deepEqual(tally(outcomes), { done: 82 });
      assert.equal(await town.read(heldAsReserved), true, 'what is reserved is what open orders hold');
      assert.equal(await town.read(usedAsPromised), true, 'what is used is what open orders were promised');
    });

    await t.test('a capture told three times is one capture', async () => {
      const orderId = await orderOf(town, 'buyer-130', ['noodles'], false);
      const charge = await chargeFor(town, 'buyer-130', orderId);
      const outcomes = await Promise.all(
        ['same', 'same', 'other'].map((event) => capture(town, charge, event)),
      );
      assert.deepEqual(outcomes.map(({ value }) => value).sort(), ['false', 'true', 'true']);
      assert.equal(
        Number(
          await town.read(`select count(*) from public.ledger_transactions where order_id = $1`, orderId),
        ),
        1,
      );
      assert.equal(
        Number(
          await town.read(
            `select count(*) from public.order_events where order_id = $1 and command = 'pay'`,
            orderId,
          ),
        ),
        1,
      );
    });

    await t.test('payment and expiry at once end in a placed order or a refund', async () => {
      const payers = buyers.slice(140, 160);
      const orders = await all(payers, (buyer) => orderOf(town, buyer, ['noodles'], false));
      const charges = await all(payers, (buyer, index) => chargeFor(town, buyer, orders[index] ?? ''));
      await town.read(`update public.orders set due_at = now() where id = any ($1::uuid[])`, orders);
      const outcomes = await Promise.all([
        ...charges.map((charge) => capture(town, charge, charge.out_trade_no)),
        endDueOrders(town),
      ]);
      assert.deepEqual(tally(outcomes), { done: 21 });
      assert.equal(await town.read(paidOrRefunded, orders), true);
    });
  });
});

const heldAsReserved = `
  select bool_and(s.reserved_count = coalesce((
    select sum(i.quantity) from public.order_items i join public.orders o on o.id = i.order_id
    where i.product_id = s.product_id and o.closed_at is null), 0))
  from public.stock_items s`;

const spent = `select coalesce(sum(c.used_cents), 0) from private.promotion_counters c where c.promotion_id = p.id`;

const usedAsPromised = `
  select bool_and((${spent}) = coalesce((
    select -sum(a.amount_cents) from public.order_adjustments a join public.orders o on o.id = a.order_id
    where a.promotion_id = p.id and o.closed_at is null), 0))
  from public.promotions p`;

const paidOrRefunded = `
  select bool_and((o.status = 'placed') <> exists (select 1 from public.refund_requests r where r.order_id = o.id))
    and bool_and((o.status = 'placed') or o.closed_at is not null)
  from public.orders o where o.id = any ($1::uuid[])`;

async function setStock(town: Town, noodles: number, tea: number): Promise<void> {
  await town.read(
    `insert into public.stock_items (product_id, on_hand_count) values (tests.person('noodles'), $1), (tests.person('tea'), $2)
     on conflict (product_id) do update set on_hand_count = excluded.on_hand_count`,
    noodles,
    tea,
  );
}

function stock(town: Town, product: string): Promise<string> {
  return town.read(
    `select on_hand_count || '/' || reserved_count from public.stock_items where product_id = tests.person($1)`,
    product,
  );
}

function all<T, R>(items: T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(work));
}
