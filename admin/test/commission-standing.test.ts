import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standings } from '../src/lib/commission-standing.ts';

const invoice = (id: string, issue_count: number, corrects_id: string | null = null) => ({
  id,
  statement_id: 's',
  number: `N-${id}`,
  issue_count,
  corrects_id,
});

test('an invoice stands until a credit note takes it back', () => {
  const [one] = standings([invoice('a', 1)], [invoice('a', 1)]);
  assert.equal(one?.standing, 'stands');
  const family = [invoice('a', 1), invoice('b', 1, 'a')];
  assert.deepEqual(
    standings(family, family).map((row) => [row.standing, row.other_number]),
    [
      ['voided', 'N-b'],
      ['credit_note', 'N-a'],
    ],
  );
});

test('one that was issued anew is replaced, and cannot be issued again', () => {
  const family = [invoice('a', 1), invoice('b', 1, 'a'), invoice('c', 2)];
  assert.deepEqual(
    standings(family, family).map((row) => row.standing),
    ['replaced', 'credit_note', 'stands'],
  );
});
