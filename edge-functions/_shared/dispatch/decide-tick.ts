import { decide } from './engine/index.ts';
import { openTravel } from './engine/travel/open-travel.ts';
import { readTickPlan } from './read-tick-plan.ts';
import type { Snapshot } from './snapshot.ts';
import type { TickPlan } from './tick-plan.ts';
import { toProblem } from './to-problem.ts';

/**
 * Decides a zone's snapshot. `mayGoOn` is asked every few steps of the search and ends it when the budget is used up;
 * how often it said yes is kept, so that the same snapshot is decided the same again (`stoppedAfter`).
 */
export function decideTick(
  snapshot: Snapshot,
  { mayGoOn, stoppedAfter = null }: { mayGoOn?: () => boolean; stoppedAfter?: number | null } = {},
): TickPlan {
  const problem = toProblem(snapshot);
  const travel = openTravel(problem.travel, problem.places);
  let asked = 0;
  let stopped: number | null = null;
  const shouldStop = (): boolean => {
    if (stoppedAfter === null ? (mayGoOn?.() ?? true) : asked < stoppedAfter) {
      asked += 1;
      return false;
    }
    stopped = asked;
    return true;
  };
  const plan = decide(problem, { travel, shouldStop });
  return {
    ...readTickPlan(snapshot, problem, plan, (from, to) => travel.seconds(from, to)),
    stopped_after: stopped,
  };
}
