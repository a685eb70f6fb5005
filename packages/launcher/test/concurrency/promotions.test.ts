import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBuyers, place, quoteFor } from './buyers.ts';
import { tally, withTown, type Town } from './town.ts';

test('many after the same discount', { timeout: 300_000 }, async (t) => {
  await withTown(async (town) => {
    await town.read(`delete from public.modifier_groups`);
    await town.read(`delete from public.stock_items`);
    await town.read(`delete from public.promotions`);
    const buyers = await makeBuyers(town, 60);

    await t.test('a budget is spent to the last order that fits, over all counters', async () => {
      await town.read(
        `insert into public.promotions (id, city_id, kind, name, tiers, status, budget_cents, usage_cap)
         values (tests.person('budget'), tests.person('city'), 'spend_and_save', '预算',
           '[{"min_cents": 1000, "discount_cents": 300}]', 'published', 25 * 300 + 299, 40)`,
      );
      assert.deepEqual(tally(await placeAll(town, buyers, 'noodles')), { done: 25, 'promotion.used_up': 35 });
      assert.equal(await spent(town, 'budget'), '7500/25');
      await town.read(`update public.promotions set status = 'paused'`);
    });

    await t.test('a usage cap holds, and what is cancelled goes to somebody else', async () => {
      await town.read(
        `insert into public.promotions (id, city_id, kind, name, tiers, status, usage_cap)
         values (tests.person('uses'), tests.person('city'), 'spend_and_save', '限量',
           '[{"min_cents": 1000, "discount_cents": 100}]', 'published', 20)`,
      );
      const outcomes = await placeAll(town, buyers.slice(0, 40), 'noodles');
      assert.deepEqual(tally(outcomes), { done: 20, 'promotion.used_up': 20 });
      const placed = outcomes.flatMap(({ value }, index) =>
        value === undefined ? [] : [{ order: value as string, buyer: buyers[index] ?? '' }],
      );
      await all(placed, ({ buyer, order }) =>
        town.must(
          buyer,
          `select public.cancel_order($1::uuid, 'cancel-' || $1::text, 'changed_mind')`,
          order,
        ),
      );
      assert.equal(await spent(town, 'uses'), '0/0');
      assert.deepEqual(tally(await placeAll(town, buyers.slice(40), 'noodles')), { done: 20 });
      assert.equal(await spent(town, 'uses'), '2000/20');
      await town.read(`update public.promotions set status = 'paused'`);
    });

    await t.test('a flash sale sells its units once', async () => {
      await town.read(
        `insert into public.promotions (id, city_id, kind, name, effect, status)
         values (tests.person('flash'), tests.person('city'), 'flash_sale', '秒杀', jsonb_build_object('items',
           jsonb_build_array(jsonb_build_object('product_id', tests.person('noodles'), 'price_cents', 1600, 'stock_count', 15))),
           'published')`,
      );
      assert.deepEqual(tally(await placeAll(town, buyers, 'noodles')), { done: 15, 'promotion.used_up': 45 });
      assert.equal(
        await town.read(
          `select sold_count from private.flash_stock where promotion_id = tests.person('flash')`,
        ),
        15,
      );
      await town.read(`update public.promotions set status = 'paused'`);
    });

    await t.test('a campaign gives away exactly its coupons, one each', async () => {
      await town.read(
        `insert into public.promotions (id, city_id, kind, name, effect, status)
         values (tests.person('gift'), tests.person('city'), 'coupon', '红包',
           '{"distribution": "claim", "amount_cents": 100, "issue_count": 30}', 'published')`,
      );
      const claims = await Promise.all(
        [...buyers, ...buyers].map((buyer, index) =>
          town.as(
            buyer,
            `select public.claim_coupon(tests.person('gift'), $1) ->> 'id'`,
            `claim-no-${index}`,
          ),
        ),
      );
      const counts = tally(claims);
      assert.equal(counts['done'], 30);
      assert.equal((counts['promotion.coupons_gone'] ?? 0) + (counts['promotion.coupon_claimed'] ?? 0), 90);
      assert.equal(Number(await town.read(`select count(distinct customer_id) from public.coupons`)), 30);
    });

    await t.test('points are not spent twice', async () => {
      await town.read(
        `select private.post_points('points_earned', 'gift', null, tests.person('buyer-1'), 'CNY', 500)`,
      );
      const quotes = await all([1, 2, 3, 4], () =>
        town.must<string>(
          'buyer-1',
          `select public.quote_order(p_store_id => tests.person('store'), p_fulfillment_type => 'pickup', p_points => 400,
             p_items => jsonb_build_array(jsonb_build_object('product_id', tests.person('noodles'), 'quantity', 1))) ->> 'id'`,
        ),
      );
      const outcomes = await Promise.all(quotes.map((quote) => place(town, 'buyer-1', quote)));
      assert.deepEqual(tally(outcomes), { done: 1, 'member.points_short': 3 });
      assert.equal(Number(await town.read('select sum(amount_cents) from public.ledger_entries')), 0);
    });
  });
});

async function placeAll(town: Town, buyers: string[], product: string) {
  const quotes = await all(buyers, (buyer) => quoteFor(town, buyer, [product]));
  return Promise.all(buyers.map((buyer, index) => place(town, buyer, quotes[index] ?? '')));
}

/** Cents and uses over all counters of a promotion. */
function spent(town: Town, name: string): Promise<string> {
  return town.read(
    `select sum(used_cents) || '/' || sum(used_count) from private.promotion_counters where promotion_id = tests.person($1)`,
    name,
  );
}

function all<From, To>(list: From[], work: (item: From) => Promise<To>): Promise<To[]> {
  return Promise.all(list.map(work));
}
