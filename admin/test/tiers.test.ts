import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cartEffect, checkTiers, readTiers, sortTiers, tierDiscount } from '../src/lib/tiers.ts';

const tiers = [
  { min_cents: 5000, discount_cents: 1200 },
  { min_cents: 3000, discount_cents: 500 },
];

test('the best reached tier counts', () => {
  assert.equal(tierDiscount(tiers, 2999), 0);
  assert.equal(tierDiscount(tiers, 3000), 500);
  assert.equal(tierDiscount(tiers, 9000), 1200);
});

test('a discount never takes more than what it discounts', () => {
  const cart = { subtotal: 6000, deliveryFee: 300 };
  assert.deepEqual(cartEffect('spend_and_save', tiers, cart), { discount: 1200, total: 5100 });
  assert.deepEqual(cartEffect('delivery_discount', tiers, cart), { discount: 300, total: 6000 });
  assert.deepEqual(cartEffect('spend_and_save', [], cart), { discount: 0, total: 6300 });
});

test('problems are named by row', () => {
  const problems = (...drafts: Parameters<typeof checkTiers>[1]) => checkTiers('spend_and_save', drafts);
  assert.deepEqual(checkTiers('spend_and_save', []), [{ row: -1, problem: 'count' }]);
  assert.deepEqual(problems({}), [{ row: 0, problem: 'amount' }]);
  assert.deepEqual(problems({ min_cents: 300, discount_cents: 500 }), [{ row: 0, problem: 'above_minimum' }]);
  assert.deepEqual(
    problems({ min_cents: 3000, discount_cents: 500 }, { min_cents: 3000, discount_cents: 600 }),
    [{ row: 1, problem: 'same_minimum' }],
  );
  assert.deepEqual(
    problems({ min_cents: 3000, discount_cents: 500 }, { min_cents: 5000, discount_cents: 400 }),
    [{ row: 1, problem: 'not_rising' }],
  );
  assert.deepEqual(problems(...tiers), []);
  assert.deepEqual(checkTiers('delivery_discount', [{ min_cents: 0, discount_cents: 500 }]), []);
});

test('tiers are sorted, and rows of another shape are left out', () => {
  assert.deepEqual(
    sortTiers(tiers).map((tier) => tier.min_cents),
    [3000, 5000],
  );
  assert.deepEqual(readTiers([{ min_cents: 1, discount_cents: 1 }, { min: 2 }, null]), [
    { min_cents: 1, discount_cents: 1 },
  ]);
  assert.deepEqual(readTiers('no list'), []);
});
