import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assign, type Row } from '../_shared/dispatch/assign.ts';

function costOf(rows: readonly Row[], chosen: readonly number[]): number {
  return rows.reduce((sum, row, i) => {
    const edge = row.edges.find((one) => one.column === chosen[i]);
    return sum + (edge ? edge.cost : row.skipCost);
  }, 0);
}

function leastCost(rows: readonly Row[], taken: ReadonlySet<number> = new Set()): number {
  const [row, ...rest] = rows;
  if (!row) return 0;
  const skip = row.skipCost + leastCost(rest, taken);
  return row.edges
    .filter((edge) => !taken.has(edge.column))
    .reduce(
      (best, edge) => Math.min(best, edge.cost + leastCost(rest, new Set([...taken, edge.column]))),
      skip,
    );
}

test('two tasks that want the same rider share the town at the least total cost', () => {
  const rows: Row[] = [
    {
      edges: [
        { column: 0, cost: 10 },
        { column: 1, cost: 12 },
      ],
      skipCost: 1000,
    },
    {
      edges: [
        { column: 0, cost: 11 },
        { column: 1, cost: 90 },
      ],
      skipCost: 1000,
    },
  ];
  assert.deepEqual(assign(rows, 2), [1, 0]);
});

test('with one rider the task that is dearer to skip goes first', () => {
  const rows: Row[] = [
    { edges: [{ column: 0, cost: 10 }], skipCost: 1000 },
    { edges: [{ column: 0, cost: 50 }], skipCost: 2000 },
  ];
  assert.deepEqual(assign(rows, 1), [-1, 0]);
});

test('nothing to assign', () => {
  assert.deepEqual(assign([], 3), []);
  assert.deepEqual(assign([{ edges: [], skipCost: 1 }], 0), [-1]);
});

test('the assignment is a matching and as cheap as any', () => {
  const edges = fc.uniqueArray(fc.record({ column: fc.nat({ max: 5 }), cost: fc.nat({ max: 200 }) }), {
    selector: (edge) => edge.column,
    maxLength: 6,
  });
  const rows = fc.array(fc.record({ edges, skipCost: fc.nat({ max: 400 }) }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, (town) => {
      const chosen = assign(town, 6);
      const used = chosen.filter((column) => column >= 0);
      assert.equal(new Set(used).size, used.length);
      chosen.forEach((column, i) =>
        assert.ok(column === -1 || town[i]?.edges.some((edge) => edge.column === column)),
      );
      assert.equal(costOf(town, chosen), leastCost(town));
    }),
    { numRuns: 500 },
  );
});
