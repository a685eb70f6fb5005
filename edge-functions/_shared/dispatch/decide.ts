import { assign, type Row } from './assign.ts';
import { explain } from './explain.ts';
import { findCandidates, type Candidate } from './find-candidates.ts';
import type { HeldDelivery, OpenDelivery, Plan, PlannedOffer, Problem } from './types.ts';

/** Far above any cost of a pairing: a task goes unserved only when no rider is left. */
const skipDue = 1_000_000;
/** A task that can still wait gives its rider to one that cannot. */
const skipLater = 100_000;

/**
 * Decides one round: riders and tasks are matched at the least total cost over all of them, and a matched task is
 * offered only once its rider would have to leave soon; until then it is matched afresh in every round. Pure: the
 * same problem always gives the same plan.
 */
export function decide(problem: Problem): Plan {
  const plan: Plan = { offers: [], held: [] };
  const tasks: { delivery: OpenDelivery; candidates: Candidate[] }[] = [];
  const found = findCandidates(problem);
  problem.deliveries.forEach((delivery, i) => {
    const candidates = found[i] ?? [];
    if (candidates.length === 0) plan.held.push(hold(delivery, 'dispatch.held.no_rider'));
    else if (isOutOfSight(problem, delivery, candidates))
      plan.held.push(hold(delivery, 'dispatch.held.not_due'));
    else tasks.push({ delivery, candidates });
  });

  const columns = [...new Set(tasks.flatMap(({ candidates }) => candidates.map((one) => one.riderId)))];
  const columnOf = new Map(columns.map((riderId, column) => [riderId, column]));
  const rows = tasks.map(({ delivery, candidates }): Row => ({
    edges: candidates.map((one) => ({ column: columnOf.get(one.riderId) ?? -1, cost: one.cost })),
    skipCost: skipCost(problem, delivery, candidates),
  }));
  const assigned = assign(rows, columns.length);
  const taken = new Map<string, string>();
  tasks.forEach(({ delivery }, i) => {
    const riderId = columns[assigned[i] ?? -1];
    if (riderId !== undefined) taken.set(riderId, delivery.id);
  });

  tasks.forEach(({ delivery, candidates }, i) => {
    const chosen = candidates.find((one) => one.riderId === columns[assigned[i] ?? -1]);
    const early = chosen ? chosen.slack - problem.settings.commitBufferSeconds : 0;
    if (!chosen) plan.held.push(hold(delivery, 'dispatch.held.riders_short'));
    else if (early > 0) plan.held.push(hold(delivery, 'dispatch.held.too_early', problem.at + early * 1000));
    else plan.offers.push(offer(problem, delivery, chosen, candidates, (id) => taken.get(id)));
  });
  return plan;
}

function offer(
  problem: Problem,
  delivery: OpenDelivery,
  chosen: Candidate,
  candidates: readonly Candidate[],
  deliveryOf: (riderId: string) => string | undefined,
): PlannedOffer {
  return {
    delivery_id: delivery.id,
    rider_id: chosen.riderId,
    to_store_seconds: Math.round((chosen.arrivesAt - problem.at) / 1000),
    explanation: explain(chosen, candidates, deliveryOf),
  };
}

function hold(delivery: OpenDelivery, key: HeldDelivery['key'], until?: number): HeldDelivery {
  return { delivery_id: delivery.id, key, until: until === undefined ? null : new Date(until).toISOString() };
}

/** Too far ahead to be worth planning, unless even the nearest rider has to leave now. */
function isOutOfSight(problem: Problem, delivery: OpenDelivery, candidates: readonly Candidate[]): boolean {
  const ahead = (delivery.readyAt - problem.at) / 1000;
  return ahead > problem.settings.lookAheadSeconds && !isDue(problem, candidates);
}

function isDue(problem: Problem, candidates: readonly Candidate[]): boolean {
  return candidates.every((one) => one.slack <= problem.settings.commitBufferSeconds);
}

/** When riders are short, tasks that are due go first, and of those the one that is ready, or was asked, longest. */
function skipCost(problem: Problem, delivery: OpenDelivery, candidates: readonly Candidate[]): number {
  const age = Math.max(0, problem.at - Math.min(delivery.createdAt, delivery.readyAt)) / 1000;
  return (
    (isDue(problem, candidates) ? skipDue : skipLater) +
    Math.min(age, skipLater / 2) +
    lateness(problem, delivery)
  );
}

function lateness(problem: Problem, delivery: OpenDelivery): number {
  return Math.min(skipLater / 2, Math.max(0, problem.at - delivery.promisedAt) / 1000);
}
