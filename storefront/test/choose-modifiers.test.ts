import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  initialChoice,
  toggleModifier,
  unfinishedGroup,
  unitPriceCents,
} from '#lib/catalog/choose-modifiers.ts';
import { refreshLines } from '#lib/cart/refresh-lines.ts';
import { line, product } from './helpers.ts';

const noodles = product();
const [size, extra] = noodles.modifier_groups;
assert.ok(size && extra);

test('a group of exactly one opens with its first available option', () => {
  assert.deepEqual(initialChoice(noodles.modifier_groups), ['medium']);
});

test('a group of one replaces and never ends up empty', () => {
  assert.deepEqual(toggleModifier(size, ['medium', 'egg'], 'large'), ['egg', 'large']);
  assert.deepEqual(toggleModifier(size, ['medium'], 'medium'), ['medium']);
});

test('a group of several fills up to its maximum and gives back', () => {
  const two = toggleModifier(extra, toggleModifier(extra, ['medium'], 'egg'), 'tofu');
  assert.deepEqual(two, ['medium', 'egg', 'tofu']);
  assert.deepEqual(toggleModifier(extra, two, 'beef'), two);
  assert.deepEqual(toggleModifier(extra, two, 'egg'), ['medium', 'tofu']);
});

test('the first group that lacks an option is named', () => {
  assert.equal(unfinishedGroup(noodles.modifier_groups, ['egg'])?.id, 'size');
  assert.equal(unfinishedGroup(noodles.modifier_groups, ['large']), undefined);
});

test('the price of one piece includes its options', () => {
  assert.equal(unitPriceCents(noodles, ['large', 'egg']), 2300);
});

test('a kept line takes over new prices, and is marked when the menu no longer has it', () => {
  const modifiers = [{ id: 'large', name: '大份', translations: {} }];
  const [fresh, gone, optionGone, soldOut] = [
    refreshLines([line({ modifiers })], [product({ price_cents: 2000 })])[0],
    refreshLines([line()], [])[0],
    refreshLines([line({ modifiers: [{ id: 'small', name: '小份', translations: {} }] })], [product()])[0],
    refreshLines([line()], [product({ is_sold_out: true })])[0],
  ];
  assert.equal(fresh?.unitPriceCents, 2300);
  assert.equal(fresh?.problem, undefined);
  assert.equal(gone?.problem, 'gone');
  assert.equal(optionGone?.problem, 'gone');
  assert.equal(soldOut?.problem, 'sold_out');
  assert.equal(refreshLines([line({ problem: 'sold_out' })], [product()])[0]?.problem, undefined);
});
