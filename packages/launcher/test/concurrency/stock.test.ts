import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBuyers, place } from './buyers.ts';
import { tally, withTown, type Outcome, type Town } from './town.ts';

test('variants and options are counted as products are', { timeout: 300_000 }, async (t) => {
  await withTown(async (town) => {
    await town.read(
      `insert into public.product_variants (id, product_id, name, price_cents)
       values (tests.person('large'), tests.person('tea'), '大杯', 1800)`,
    );
    await town.read(`delete from public.stock_items`);
    await town.read(
      `insert into public.stock_items (variant_id, on_hand_count) values (tests.person('large'), 30)`,
    );
    await town.read(
      `insert into public.stock_items (modifier_id, on_hand_count) values (tests.person('egg'), 20)`,
    );
    const buyers = await makeBuyers(town, 60);

    await t.test('60 buyers for 30 large teas and 20 eggs: nothing is sold twice', async () => {
      const quotes = await Promise.all(
        buyers.map((buyer, index) => quote(town, buyer, index % 2 === 0 ? withEgg : withoutEgg)),
      );
      const outcomes = await Promise.all(
        buyers.map((buyer, index) => place(town, buyer, quotes[index] ?? '')),
      );
      const counts = tally(outcomes);
      assert.equal((counts['done'] ?? 0) + (counts['stock.sold_out'] ?? 0), 60);
      assert.equal(await held(town, 'large'), `30/${counts['done']}`);
      assert.ok((counts['done'] ?? 0) <= 30);
      assert.equal(await town.read(heldAsReserved), true, 'what is reserved is what lines hold');
    });

    await t.test('counting, adjusting and ordering at once keep the log and the shelf equal', async () => {
      const adjust = (index: number): Promise<Outcome> =>
        town.as(
          'staff',
          `select public.adjust_stock(tests.person('egg'), 'adjust-eggs-' || $1, 5, '到货') ->> 'id'`,
          index,
        );
      const outcomes = await Promise.all([
        ...Array.from({ length: 20 }, (_, index) => adjust(index)),
        ...Array.from({ length: 20 }, (_, index) => adjust(index)),
      ]);
      assert.deepEqual(tally(outcomes), { done: 40 });
      assert.equal(Number(await town.read(onHand)), 120, 'each delivery came in once');
      assert.equal(
        Number(await town.read('select count(*) from public.stock_movements where change_count = 5')),
        20,
      );
    });
  });
});

const withEgg = `jsonb_build_object('product_id', tests.person('noodles'), 'quantity', 1,
  'modifier_ids', jsonb_build_array(tests.person('mild'), tests.person('egg')))`;
const withoutEgg = `jsonb_build_object('product_id', tests.person('noodles'), 'quantity', 1,
  'modifier_ids', jsonb_build_array(tests.person('mild')))`;
const onHand = `select on_hand_count from public.stock_items where id = tests.person('egg')`;
const heldAsReserved = `
  select bool_and(s.reserved_count = coalesce((
    select sum(r.quantity) from public.stock_reservations r where r.stock_item_id = s.id), 0))
  from public.stock_items s`;

/** A buyer's quote of noodles as given and a large tea. */
function quote(town: Town, buyer: string, noodles: string): Promise<string> {
  return town.must(
    buyer,
    `select public.quote_order(tests.person('store'), jsonb_build_array(${noodles},
       jsonb_build_object('product_id', tests.person('tea'), 'variant_id', tests.person('large'), 'quantity', 1)),
       'pickup') ->> 'id'`,
  );
}

/** `on hand/reserved` of what is counted. */
function held(town: Town, name: string): Promise<string> {
  return town.read(
    `select on_hand_count || '/' || reserved_count from public.stock_items where id = tests.person($1)`,
    name,
  );
}
