import { compileProblem } from '../model/compile-problem.ts';
import { Random } from '../model/random.ts';
import type { Problem } from '../problem/problem.ts';
import { construct } from '../search/construct.ts';
import { improve } from '../search/improve.ts';
import { openState } from '../search/state.ts';
import { openTravel } from '../travel/open-travel.ts';
import type { TravelTimes } from '../travel/travel-times.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';

/** Decides a snapshot: who takes what, in what sequence, and who must leave now. Pure; `travel` replaces the data's. */
export function decide(problem: Problem, travel: TravelTimes = openTravel(problem.travel, problem.places)): Plan {
  const model = compileProblem(problem, travel);
  const state = openState(model);
  construct(state);
  improve(state, model.settings.steps, new Random(problem.seed));
  return readPlan(state);
}
