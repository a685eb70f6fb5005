import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraft, fieldOfError } from '../src/lib/promotion/check-draft.ts';
import { changeableOf, draftOf, insertOf, newDraft } from '../src/lib/promotion/draft.ts';
import { draftOfPreset, presets } from '../src/lib/promotion/presets.ts';

const now = '2026-11-20T02:00:00.000Z';

test('a new draft of every kind asks for what is missing, at its field', () => {
  const missing = Object.fromEntries(
    presets.map((preset) => [
      preset,
      Object.keys(checkDraft(draftOfPreset(preset, null, now)))
        .sort()
        .join(' '),
    ]),
  );
  assert.deepEqual(missing, {
    spend_and_save: 'name tiers',
    item_discount: 'name',
    flash_sale: 'items name',
    coupon: 'amount name',
    delivery_discount: 'name tiers',
    points: 'name',
    member_tier: 'name',
    member_day: 'name',
  });
});

test('a store bears what it offers itself', () => {
  assert.equal(newDraft('coupon', 'store', now).cost_bearer, 'merchant');
  assert.equal(insertOf(newDraft('coupon', 'store', now), 'city').store_id, 'store');
});

test('what was left empty is not stored, and no target means all goods', () => {
  const draft = { ...newDraft('item_discount', null, now), name: ' 九折 ', tiers: [] };
  draft.effect = { percent_bps: 1000, max_quantity: null, targets: { product_ids: [], category_ids: [] } };
  assert.deepEqual(changeableOf(draft).effect, { percent_bps: 1000 });
  assert.equal(changeableOf(draft).name, '九折');
});

test('a stored promotion is the same after it was edited without a change', () => {
  const stored = insertOf({ ...newDraft('points', null, now), name: '双倍积分' }, 'city');
  assert.deepEqual(insertOf(draftOf(stored as never), 'city'), stored);
});

test('a discount has one way, a share lies between, an end after its start', () => {
  const draft = { ...newDraft('item_discount', null, now), name: 'x' };
  assert.deepEqual(checkDraft({ ...draft, effect: { percent_bps: 1000, amount_cents: 5 } }), {
    amount: 'amount',
  });
  assert.deepEqual(checkDraft({ ...draft, cost_bearer: 'shared', merchant_share_bps: 10_000 }), {
    share: 'share',
  });
  assert.deepEqual(checkDraft({ ...draft, ends_at: now }), { ends_at: 'order' });
  assert.deepEqual(checkDraft({ ...draft, windows: [{ weekdays: [], from: '10:00', to: '11:00' }] }), {
    windows: 'windows',
  });
});

test('answers of the database go to their field', () => {
  assert.equal(fieldOfError('promotion.effect_invalid', { field: 'items' }), 'items');
  assert.equal(fieldOfError('promotion.tiers_invalid', {}), 'tiers');
  assert.equal(fieldOfError('promotion.cap_below_used', {}), undefined);
});
