import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCommissionRule, ruleFault, unreachableRules } from '../src/lib/commission/plan-draft.ts';
import { splitTable } from '../src/lib/commission/split-table.ts';

test('a split is a table that adds up, purpose by purpose', () => {
  const { rows, totals } = splitTable([
    { account: 'refund_liability', purpose: 'order', amount_cents: 9700 },
    { account: 'promo_expense', purpose: 'discount', amount_cents: 1000 },
    { account: 'merchant_payable', purpose: 'goods', amount_cents: -10_000 },
    { account: 'merchant_payable', purpose: 'commission', amount_cents: 1500 },
    { account: 'platform_commission', purpose: 'commission', amount_cents: -1500 },
    { account: 'delivery_revenue', purpose: 'delivery_fee', amount_cents: -700 },
  ]);
  assert.deepEqual(totals, { customer: -9700, merchant: 8500, platform: 1200, rider: 0, tax: 0 });
  assert.equal(
    Object.values(totals).reduce((sum, cents) => sum + cents, 0),
    0,
  );
  assert.deepEqual(rows.find(({ purpose }) => purpose === 'commission')?.amounts, {
    customer: 0,
    merchant: -1500,
    platform: 1500,
    rider: 0,
    tax: 0,
  });
});

test('a rule behind one that fits everything is never reached', () => {
  const wide = newCommissionRule();
  const narrow = { ...newCommissionRule(), category_id: 'noodles' };
  assert.deepEqual(unreachableRules([narrow, wide]), [false, false]);
  assert.deepEqual(unreachableRules([wide, narrow]), [false, true]);
  assert.deepEqual(unreachableRules([{ ...wide, is_active: false }, narrow]), [false, false]);
});

test('a rule charges between nothing and all, its most not below its least', () => {
  assert.equal(ruleFault(newCommissionRule()), undefined);
  assert.equal(ruleFault({ ...newCommissionRule(), percent_bps: 10_001 }), 'percent');
  assert.equal(ruleFault({ ...newCommissionRule(), minimum_cents: 100, maximum_cents: 99 }), 'maximum');
});
