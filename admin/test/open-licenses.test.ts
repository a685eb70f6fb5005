import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLicenses } from '../src/lib/open-licenses.ts';

const license = (kind: string, expires_on: string | null, store_id: string | null = null) => ({
  merchant_id: 'm',
  store_id,
  kind,
  expires_on,
});

test('licences are sorted by what concerns: handed in, expired, a week, a month', () => {
  const ending = [
    license('a', '2026-11-20'),
    license('b', '2026-11-29'),
    license('c', '2026-12-20'),
    license('d', '2027-02-01'),
  ];
  const rows = openLicenses([license('e', null)], ending, [], '2026-11-22');
  assert.deepEqual(
    rows.map((row) => [row.kind, row.concern, row.days_left]),
    [
      ['e', 'submitted', null],
      ['a', 'expired', -2],
      ['b', 'week', 7],
      ['c', 'month', 28],
    ],
  );
});

test('a licence that is followed worries nobody, unless the other is of another store', () => {
  const ending = [license('food', '2026-11-25', 'one'), license('food', '2026-11-25', 'two')];
  const approved = [...ending, license('food', '2027-11-25', 'one')];
  assert.deepEqual(
    openLicenses([], ending, approved, '2026-11-22').map((row) => row.store_id),
    ['two'],
  );
});
