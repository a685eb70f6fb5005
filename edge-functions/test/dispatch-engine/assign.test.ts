import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assign } from '../../_shared/dispatch/engine/index.ts';

/** The least total by trying everything. */
function byForce(costs: readonly (readonly number[])[], skip: readonly number[], row = 0, used = 0): number {
  const own = costs[row];
  if (!own) return 0;
  let least = (skip[row] ?? 0) + byForce(costs, skip, row + 1, used);
  own.forEach((cost, column) => {
    if ((used & (1 << column)) === 0)
      least = Math.min(least, cost + byForce(costs, skip, row + 1, used | (1 << column)));
  });
  return least;
}

test('the assignment is the cheapest there is', () => {
  const shape = fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.array(
      fc.record({
        costs: fc.array(fc.integer({ min: -20, max: 50 }), { minLength: columns, maxLength: columns }),
        skip: fc.integer({ min: 0, max: 40 }),
      }),
      { maxLength: 5 },
    ),
  );
  fc.assert(
    fc.property(shape, (rows) => {
      const columnCount = rows[0]?.costs.length ?? 0;
      const held = assign(
        rows.map(({ costs, skip }) => ({
          edges: costs.map((cost, column) => ({ column, cost })),
          skipCost: skip,
        })),
        columnCount,
      );
      const taken = [...held].filter((column) => column >= 0);
      assert.equal(new Set(taken).size, taken.length);
      const total = rows.reduce((sum, row, i) => sum + (row.costs[held[i] ?? -1] ?? row.skip), 0);
      const least = byForce(
        rows.map((row) => row.costs),
        rows.map((row) => row.skip),
      );
      assert.equal(total, least);
    }),
    { numRuns: 300 },
  );
});
