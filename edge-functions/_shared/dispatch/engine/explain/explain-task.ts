import type { Model } from '../model/model.ts';
import { findInsertion, withTask } from '../moves/find-insertion.ts';
import type { State } from '../search/state.ts';
import { costParts } from './cost-parts.ts';
import type { Alternative, CostParts, Explanation, RunnerUpKey } from './explanation.ts';

const worseBy: Readonly<Record<keyof CostParts, RunnerUpKey>> = {
  waiting: 'dispatch.why.delivers_later',
  lateness: 'dispatch.why.breaks_promise',
  rider: 'dispatch.why.takes_more_time',
  pay: 'dispatch.why.costs_more_pay',
  mixing: 'dispatch.why.more_in_hand',
};

/** Says why `task` (index) has its rider in the plan; null when it has none. Does not change the plan. */
export function explainTask(state: State, task: number): Explanation | null {
  const { model, owner, routes } = state;
  const rider = owner[task]!;
  if (rider < 0) return null;
  const route = routes[rider]!;
  const chosen = alternative(
    model,
    rider,
    route.filter((node) => node >> 1 !== task),
    route,
  );
  const id = model.problem.tasks[task]!.id;
  if (model.holder[task]! >= 0)
    return { task: id, key: 'dispatch.why.in_hand', candidateCount: 1, chosen, runnerUp: null };
  let next: Alternative | null = null;
  let nextRider = -1;
  let candidateCount = 0;
  for (let k = 0; k < model.candidateCount; k += 1) {
    const other = model.candidates[task * model.candidateCount + k]!;
    if (other < 0) break;
    candidateCount += 1;
    if (other === rider) continue;
    const { cost, at } = findInsertion(model, other, routes[other]!, task);
    if (cost === Infinity || (next && cost - state.costs[other]! >= next.added)) continue;
    next = alternative(model, other, routes[other]!, withTask(routes[other]!, task, at));
    nextRider = other;
  }
  if (!next) return { task: id, key: 'dispatch.why.only_rider', candidateCount, chosen, runnerUp: null };
  const difference = Math.round(next.added - chosen.added);
  const isBusy = routes[nextRider]!.length > 0;
  const key =
    difference < 0 && isBusy ? 'dispatch.why.needed_elsewhere' : greatestDrawback(chosen.parts, next.parts);
  return {
    task: id,
    key: difference >= 0 ? 'dispatch.why.best' : 'dispatch.why.best_together',
    candidateCount,
    chosen,
    runnerUp: { ...next, key, difference },
  };
}

function alternative(
  model: Model,
  rider: number,
  without: readonly number[],
  withIt: readonly number[],
): Alternative {
  const before = costParts(model, rider, without);
  const after = costParts(model, rider, withIt);
  const parts = { waiting: 0, lateness: 0, rider: 0, pay: 0, mixing: 0 };
  let added = 0;
  for (const part of Object.keys(parts) as (keyof CostParts)[]) {
    parts[part] = Math.round(after[part] - before[part]);
    added += parts[part];
  }
  return { rider: model.problem.riders[rider]!.id, added, parts };
}

function greatestDrawback(chosen: CostParts, next: CostParts): RunnerUpKey {
  let worst: RunnerUpKey = 'dispatch.why.equal';
  let most = 0.5;
  for (const part of Object.keys(worseBy) as (keyof CostParts)[]) {
    const difference = next[part] - chosen[part];
    if (difference > most) [worst, most] = [worseBy[part], difference];
  }
  return worst;
}
