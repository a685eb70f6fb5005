import { seededOrder } from './seeded-order.ts';
import { straightMeters, straightSeconds } from './straight-line.ts';
import type { CostParts, FreeRider, OpenDelivery, Problem, TravelSource } from './types.ts';

/** Seconds of cost per second of each cause: a broken promise hurts most, a rider's idle minute least. */
const weight = { travel: 0.5, storeLate: 1, promiseLate: 2, wait: 0.2 };
const inHandCost = 60;
/** More riders than this near one task add work and hardly ever a better plan. */
const maxCandidates = 100;

/** A rider who may take a delivery. Durations in seconds, `arrivesAt` in milliseconds since the epoch. */
export interface Candidate {
  riderId: string;
  cost: number;
  parts: CostParts;
  travelSeconds: number;
  travelSource: TravelSource;
  arrivesAt: number;
  /** Seconds the rider would stand in the store; negative when the goods would wait. */
  slack: number;
}

/**
 * For every delivery, in the problem's order, the riders who may take it, cheapest first: not excluded, hands not
 * full, within the radius. Equal costs are ordered by the seed, so nobody is always first.
 */
export function findCandidates(problem: Problem): Candidate[][] {
  const seconds = new Map(problem.travel.map((row) => [`${row.riderId} ${row.deliveryId}`, row.seconds]));
  const riders = seededOrder(problem.riders, (rider) => `${problem.seed} ${rider.id}`);
  const { maxInHand, radiusMeters } = problem.settings;
  return problem.deliveries.map((delivery) => {
    const excluded = new Set(delivery.excludedRiderIds);
    return riders
      .filter((rider) => !excluded.has(rider.id) && rider.inHand < maxInHand)
      .filter((rider) => straightMeters(rider, delivery.store) <= radiusMeters)
      .map((rider) => weigh(problem, rider, delivery, seconds.get(`${rider.id} ${delivery.id}`)))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, maxCandidates);
  });
}

function weigh(
  problem: Problem,
  rider: FreeRider,
  delivery: OpenDelivery,
  onRoads: number | undefined,
): Candidate {
  const travelSeconds = onRoads ?? straightSeconds(rider, delivery.store);
  const arrivesAt = Math.max(problem.at, rider.freeAt) + travelSeconds * 1000;
  const slack = (delivery.readyAt - arrivesAt) / 1000;
  const pickedUpAt = Math.max(arrivesAt, delivery.readyAt) + problem.settings.handoverSeconds * 1000;
  const droppedAt = pickedUpAt + straightSeconds(delivery.store, delivery.dropoff) * 1000;
  const parts: CostParts = {
    travel: weight.travel * travelSeconds,
    store_late: weight.storeLate * Math.max(0, -slack),
    promise_late: (weight.promiseLate * Math.max(0, droppedAt - delivery.promisedAt)) / 1000,
    wait: weight.wait * Math.max(0, slack),
    in_hand: inHandCost * rider.inHand,
  };
  const cost = parts.travel + parts.store_late + parts.promise_late + parts.wait + parts.in_hand;
  const travelSource = onRoads === undefined ? 'straight_line' : 'road';
  return { riderId: rider.id, cost, parts, travelSeconds, travelSource, arrivesAt, slack };
}
