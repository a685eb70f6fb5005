import { assign } from '../../../edge-functions/_shared/dispatch/engine/assignment/assign.ts';
import { compileProblem } from '../../../edge-functions/_shared/dispatch/engine/model/compile-problem.ts';
import { evaluateRoute } from '../../../edge-functions/_shared/dispatch/engine/model/evaluate-route.ts';
import { openTravel } from '../../../edge-functions/_shared/dispatch/engine/travel/open-travel.ts';
import type { Problem } from '../../../edge-functions/_shared/dispatch/engine/index.ts';

/** A matching's cost, that of leaving orders unserved not counted, and how many those are. */
export interface Matching {
  cost: number;
  unserved: number;
}

/**
 * What matching alone reaches: each rider at most one order, chosen together at the least total of the very cost that
 * the engine minimises. It looks at up to 1,200 riders an order, so that nobody is left out for want of candidates.
 */
export function plainMatching(problem: Problem): Matching {
  const settings = { ...problem.settings, candidates: 1200 };
  const model = compileProblem({ ...problem, settings }, openTravel(problem.travel, problem.places));
  const idle = problem.riders.map((_, rider) => evaluateRoute(model, rider, [], 0));
  const rows = problem.tasks.map((_, task) => ({
    edges: Array.from(
      model.candidates.subarray(task * model.candidateCount, (task + 1) * model.candidateCount),
      (rider) => ({
        column: rider,
        cost:
          rider < 0
            ? Infinity
            : evaluateRoute(model, rider, [2 * task, 2 * task + 1], 2) - (idle[rider] ?? 0),
      }),
    ).filter((edge) => Number.isFinite(edge.cost)),
    skipCost: model.unservedCost[task] ?? 0,
  }));
  const held = assign(rows, model.riderCount);
  let total = idle.reduce((sum, one) => sum + one, 0);
  rows.forEach((row, task) => {
    total += row.edges.find((edge) => edge.column === held[task])?.cost ?? 0;
  });
  return { cost: total, unserved: held.filter((rider) => rider < 0).length };
}
