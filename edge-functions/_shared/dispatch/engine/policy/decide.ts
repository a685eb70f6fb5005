import { compileProblem } from '../model/compile-problem.ts';
import { Random } from '../model/random.ts';
import { checkProblem } from '../problem/check-problem.ts';
import type { Problem } from '../problem/problem.ts';
import { construct } from '../search/construct.ts';
import { improve } from '../search/improve.ts';
import { openState } from '../search/state.ts';
import { openTravel } from '../travel/open-travel.ts';
import type { TravelTimes } from '../travel/travel-times.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';

/** What a caller may put in place of the problem's own data. */
export interface DecideOptions {
  /** Travel times from elsewhere: a road graph, learnt speeds. */
  travel?: TravelTimes;
  /** Ends the search sooner than `settings.steps`; asked every few steps. */
  shouldStop?: () => boolean;
}

/**
 * Decides a snapshot: who takes what, in what sequence, who must leave before the next decision, and why. Pure: the
 * same problem gives the same plan (unless `shouldStop` cuts the search). Throws `ProblemError` on a malformed problem.
 */
export function decide(problem: Problem, options: DecideOptions = {}): Plan {
  checkProblem(problem);
  const travel = options.travel ?? openTravel(problem.travel, problem.places);
  const model = compileProblem(problem, travel);
  const state = openState(model);
  construct(state);
  improve(state, model.settings.steps, new Random(problem.seed), options.shouldStop);
  return readPlan(state);
}
