import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  areasGeometry,
  areasOf,
  nudge,
  splitEdge,
  squareAround,
  squareKilometers,
} from '../src/lib/area-corners.ts';
import { neededLicenses } from '../src/lib/license-kinds.ts';
import { readiness } from '../src/lib/readiness.ts';

const categories = [
  { id: 'food', parent_id: null, required_license_kinds: ['food_permit'] },
  { id: 'noodles', parent_id: 'food', required_license_kinds: [] },
];

test('a category demands what those above it demand', () => {
  assert.deepEqual(neededLicenses(categories, 'noodles'), ['food_permit']);
  assert.deepEqual(neededLicenses(categories, undefined), []);
});

test('a first day is ticked from the data', () => {
  const facts = {
    store: { category_id: 'noodles', description: '', image_path: null, phone: '1', delivery_area: null },
    categories,
    licenses: [{ kind: 'food_permit', status: 'approved', expires_on: '2026-01-01' }],
    hoursCount: 1,
    productCount: 0,
    hasPayoutAccount: undefined,
  };
  const done = (today: string): string[] =>
    readiness(facts, today).flatMap((row) => (row.done ? [row.step] : []));
  assert.deepEqual(done('2026-01-01'), ['licenses', 'hours']);
  assert.deepEqual(done('2026-01-02'), ['hours'], 'a licence that ran out does not count');
  assert.equal(
    readiness(facts, '2026-01-01').some((row) => row.step === 'payout'),
    false,
  );
});

test('areas keep their corners on the way to GeoJSON and back', () => {
  const square = squareAround([120, 30], 500);
  assert.deepEqual(areasOf(areasGeometry([square])), [square]);
  assert.equal(areasGeometry([square.slice(0, 2)]), null, 'two corners are no area');
  assert.ok(Math.abs(squareKilometers([square]) - 1) < 0.02);
});

test('corners move by metres and edges are split in the middle', () => {
  assert.deepEqual(nudge([0, 0], 111.32, 0), [0.001, 0]);
  assert.deepEqual(
    splitEdge(
      [
        [0, 0],
        [2, 0],
        [2, 2],
      ],
      2,
    )[3],
    [1, 1],
  );
});
