import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingToMinimum, spendAndSaveHint } from '#lib/cart/tier-hint.ts';
import type { PromotionTag } from '#lib/store/types.ts';

const promotion = (
  tiers: PromotionTag['tiers'],
  kind: PromotionTag['kind'] = 'spend_and_save',
): PromotionTag => ({
  id: 'x',
  kind,
  name: '满减',
  translations: {},
  tiers,
});
const tiers = [
  { min_cents: 6000, discount_cents: 1000 },
  { min_cents: 4000, discount_cents: 600 },
];

test('below the first tier it names the nearest one', () => {
  assert.deepEqual(spendAndSaveHint([promotion(tiers)], 3200), {
    savedCents: 0,
    next: { missingCents: 800, discountCents: 600 },
  });
});

test('exactly on a tier it counts, and the next one is named', () => {
  assert.deepEqual(spendAndSaveHint([promotion(tiers)], 4000), {
    savedCents: 600,
    next: { missingCents: 2000, discountCents: 1000 },
  });
});

test('at the top there is nothing more to reach', () => {
  assert.deepEqual(spendAndSaveHint([promotion(tiers)], 9000), { savedCents: 1000 });
});

test('of several promotions the best counts, and a tier that saves no more is no step', () => {
  const other = promotion([
    { min_cents: 2000, discount_cents: 700 },
    { min_cents: 4500, discount_cents: 650 },
  ]);
  assert.deepEqual(spendAndSaveHint([promotion(tiers), other], 4000), {
    savedCents: 700,
    next: { missingCents: 2000, discountCents: 1000 },
  });
});

test('a delivery discount is not about the goods', () => {
  const delivery = promotion([{ min_cents: 0, discount_cents: 300 }], 'delivery_discount');
  assert.deepEqual(spendAndSaveHint([delivery], 1000), { savedCents: 0 });
});

test('the amount missing to the minimum never goes below zero', () => {
  assert.equal(missingToMinimum(2000, 1250), 750);
  assert.equal(missingToMinimum(2000, 2500), 0);
});
