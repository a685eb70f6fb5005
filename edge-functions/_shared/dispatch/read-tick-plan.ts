import type { Alternative, Explanation, Plan, PlannedRoute, Problem } from './engine/index.ts';
import type { Snapshot } from './snapshot.ts';
import type { CandidateView, HeldDelivery, PlannedOffer, StoredExplanation, TickPlan } from './tick-plan.ts';

/**
 * What follows from the engine's plan: offers for waiting tasks whose rider has to set out before the next look, within
 * what that rider may hold; everything else is held. `travelSeconds` answers for two places of the snapshot.
 */
export function readTickPlan(
  snapshot: Snapshot,
  problem: Problem,
  plan: Plan,
  travelSeconds: (from: number, to: number) => number,
): Omit<TickPlan, 'stopped_after'> {
  const waiting = new Set(
    snapshot.deliveries.filter((one) => one.status === 'unassigned').map((one) => one.id),
  );
  const offers: PlannedOffer[] = [];
  const held: HeldDelivery[] = [];
  for (const route of plan.routes) {
    const rider = snapshot.riders.find((one) => one.id === route.rider);
    let hands = snapshot.settings.max_in_hand - (rider?.open_count ?? 0);
    const due = new Map(route.why.map((why) => [why.task, why]));
    for (const stop of route.stops) {
      if (stop.kind !== 'pickup' || !waiting.delete(stop.task)) continue;
      const why = due.get(stop.task);
      const isOffered = why !== undefined && hands > 0;
      if (isOffered) {
        offers.push(offer(snapshot, route, stop.at, why, travelSeconds));
        hands -= 1;
      } else {
        const key = why ? 'dispatch.held.hands_full' : 'dispatch.held.not_due';
        const lead =
          (snapshot.settings.commit_lead_seconds +
            travelSeconds(problemPlace(problem, route.rider), stop.place)) *
          1000;
        held.push({
          delivery_id: stop.task,
          key,
          rider_id: route.rider,
          until: why ? null : new Date(Math.max(snapshot.at * 1000, stop.at * 1000 - lead)).toISOString(),
        });
      }
    }
  }
  for (const id of waiting)
    held.push({ delivery_id: id, key: 'dispatch.held.no_rider', rider_id: null, until: null });
  return {
    cost: Math.round(plan.cost),
    offers,
    held,
    waiting: plan.waiting.flatMap(({ rider, place, saves }) => {
      const store = snapshot.demand.find((one) => one.place === place)?.store_id;
      return store ? [{ rider_id: rider, store_id: store, saves_seconds: saves }] : [];
    }),
    etas: plan.routes.flatMap(({ stops }) =>
      stops.flatMap(({ kind, task, at }) =>
        kind === 'dropoff' ? [{ delivery_id: task, dropoff_at: Math.round(at) }] : [],
      ),
    ),
    routes: plan.routes.map(({ rider, stops }) => ({
      rider,
      stops: stops.map(({ kind, task }) => (kind === 'pickup' ? '+' : '-') + task),
    })),
  };

  function offer(
    { at, deliveries, travel }: Snapshot,
    { rider }: PlannedRoute,
    pickupAt: number,
    why: Explanation,
    seconds: (from: number, to: number) => number,
  ): PlannedOffer {
    const store = deliveries.find((one) => one.id === why.task)?.pickup_place ?? 0;
    const view = ({ rider: id, added, parts }: Alternative, arrivesAt: number | null): CandidateView => ({
      rider_id: id,
      cost_seconds: Math.round(added),
      parts,
      travel_seconds: Math.round(seconds(problemPlace(problem, id), store)),
      travel_source: travel?.source ?? 'straight_line',
      arrives_at: arrivesAt === null ? null : new Date(Math.round(arrivesAt) * 1000).toISOString(),
    });
    const explanation: StoredExplanation = {
      key: why.key,
      candidate_count: why.candidateCount,
      chosen: view(why.chosen, pickupAt),
      runner_up: why.runnerUp && {
        ...view(why.runnerUp, null),
        key: why.runnerUp.key,
        difference_seconds: why.runnerUp.difference,
      },
    };
    return {
      delivery_id: why.task,
      rider_id: rider,
      to_store_seconds: Math.max(0, Math.round(pickupAt - at)),
      explanation,
    };
  }
}

function problemPlace(problem: Problem, rider: string): number {
  return problem.riders.find((one) => one.id === rider)?.place ?? 0;
}
