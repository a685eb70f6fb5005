import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addLine,
  lineKey,
  maxQuantity,
  pieceCount,
  productCount,
  quoteItems,
  setQuantity,
  subtotalCents,
} from '#lib/cart/cart-maths.ts';
import { line } from './helpers.ts';

test('the same product with the same options in any order is the same line', () => {
  assert.equal(lineKey('p', ['b', 'a'], ' no chilli '), lineKey('p', ['a', 'b'], 'no chilli'));
  assert.notEqual(lineKey('p', ['a'], ''), lineKey('p', ['b'], ''));
  assert.notEqual(lineKey('p', [], 'no chilli'), lineKey('p', [], ''));
});

test('an equal line grows, another one is added, and neither passes the limit', () => {
  const lines = addLine(addLine([], line({ quantity: 2 })), line({ quantity: 3 }));
  assert.deepEqual(
    lines.map((one) => one.quantity),
    [5],
  );
  assert.equal(addLine(lines, line({ key: 'p1|large|' })).length, 2);
  assert.equal(addLine([line({ quantity: 98 })], line({ quantity: 5 }))[0]?.quantity, maxQuantity);
});

test('quantity zero removes the line', () => {
  assert.deepEqual(setQuantity([line()], 'p1||', 0), []);
  assert.equal(setQuantity([line()], 'p1||', 4)[0]?.quantity, 4);
  assert.equal(setQuantity([line()], 'p1||', 400)[0]?.quantity, maxQuantity);
});

test('lines with a problem count as pieces but cost nothing and are not ordered', () => {
  const lines = [line({ quantity: 2 }), line({ key: 'p2||', productId: 'p2', problem: 'sold_out' })];
  assert.equal(subtotalCents(lines), 3600);
  assert.equal(pieceCount(lines), 3);
  assert.equal(productCount(lines, 'p2'), 1);
  assert.deepEqual(quoteItems(lines), [{ product_id: 'p1', quantity: 2, modifier_ids: [], note: '' }]);
});
