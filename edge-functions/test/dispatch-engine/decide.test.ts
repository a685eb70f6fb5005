import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide } from '../../_shared/dispatch/engine/index.ts';
import { anyProblem } from './random-problem.ts';
import { checkPlan } from './check-plan.ts';

test('any snapshot gives a valid plan', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => checkPlan(problem, decide(problem))),
    { numRuns: 300 },
  );
});

test('the same snapshot and seed give the same plan', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => assert.deepEqual(decide(problem), decide(structuredClone(problem)))),
    { numRuns: 60 },
  );
});

test('a plan fed back as the previous one is never made worse', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const first = decide(problem);
      const previous = first.routes.map(({ rider, stops }) => ({
        rider,
        stops: stops.map(({ kind, task }) => (kind === 'pickup' ? '+' : '-') + task),
      }));
      const again = decide({ ...problem, previous, seed: problem.seed + 1 });
      checkPlan(problem, again);
      if (Number.isFinite(first.cost)) assert.ok(again.cost <= first.cost + 1e-6);
    }),
    { numRuns: 100 },
  );
});

test('stopping at once still gives a valid plan, within the budget of steps', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      fc.pre(problem.tasks.length > 0 && problem.riders.length > 0);
      let asked = 0;
      checkPlan(problem, decide(problem, { shouldStop: () => (asked += 1) > 0 }));
      assert.equal(asked, 1);
      asked = 0;
      decide({ ...problem, settings: { steps: 160 } }, { shouldStop: () => (asked += 1) < 0 });
      assert.equal(asked, 10);
    }),
    { numRuns: 50 },
  );
});
