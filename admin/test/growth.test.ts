import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growth } from '../src/lib/growth.ts';

test('the way to a tier is as far as the slower of its two needs', () => {
  const silver = { min_spend_cents: 50_000, min_order_count: 10 };
  assert.equal(growth({ spend_cents: 25_000, order_count: 9 }, silver), 50);
  assert.equal(growth({ spend_cents: 90_000, order_count: 3 }, silver), 30);
  assert.equal(growth({ spend_cents: 0, order_count: 0 }, { min_spend_cents: 0, min_order_count: 0 }), 100);
});
