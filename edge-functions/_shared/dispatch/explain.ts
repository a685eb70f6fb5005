import type { Candidate } from './find-candidates.ts';
import type { CandidateView, CostParts, Explanation, RunnerUp, RunnerUpKey } from './types.ts';

const worseBy: Readonly<Record<keyof CostParts, RunnerUpKey>> = {
  travel: 'dispatch.why.farther',
  store_late: 'dispatch.why.arrives_late',
  promise_late: 'dispatch.why.breaks_promise',
  wait: 'dispatch.why.waits_longer',
  in_hand: 'dispatch.why.more_in_hand',
};

/**
 * Says why `chosen` got the task: its cost by part, and the next best of `candidates` (cheapest first) with what spoke
 * against it. `deliveryOf` answers which task a rider got in the same round.
 */
export function explain(
  chosen: Candidate,
  candidates: readonly Candidate[],
  deliveryOf: (riderId: string) => string | undefined,
): Explanation {
  const next = candidates.find((one) => one.riderId !== chosen.riderId);
  const runnerUp = next ? compare(chosen, next, deliveryOf(next.riderId)) : null;
  const cheapest = candidates[0]?.riderId === chosen.riderId;
  return {
    key: runnerUp
      ? cheapest
        ? 'dispatch.why.best'
        : 'dispatch.why.best_together'
      : 'dispatch.why.only_rider',
    candidate_count: candidates.length,
    chosen: view(chosen),
    runner_up: runnerUp,
  };
}

function compare(chosen: Candidate, next: Candidate, neededFor: string | undefined): RunnerUp {
  const difference = next.cost - chosen.cost;
  const needed = difference < 0 && neededFor !== undefined;
  return {
    ...view(next),
    key: needed ? 'dispatch.why.needed_elsewhere' : greatestDrawback(chosen.parts, next.parts),
    difference_seconds: round(difference),
    needed_for_delivery_id: needed ? neededFor : null,
  };
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

function view(candidate: Candidate): CandidateView {
  const { travel, store_late, promise_late, wait, in_hand } = candidate.parts;
  return {
    rider_id: candidate.riderId,
    cost_seconds: round(candidate.cost),
    parts: {
      travel: round(travel),
      store_late: round(store_late),
      promise_late: round(promise_late),
      wait: round(wait),
      in_hand: round(in_hand),
    },
    travel_seconds: round(candidate.travelSeconds),
    travel_source: candidate.travelSource,
    arrives_at: new Date(candidate.arrivesAt).toISOString(),
  };
}

function round(value: number): number {
  return Math.round(value);
}
