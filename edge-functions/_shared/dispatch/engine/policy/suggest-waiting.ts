import type { Model } from '../model/model.ts';
import type { Demand } from '../problem/problem.ts';
import type { State } from '../search/state.ts';
import type { WaitingPlace } from './plan.ts';

/** Places looked at: those with the most orders. */
const mostSpots = 24;
/** Free riders looked at for a place: the nearest so many. */
const nearestRiders = 8;
/** Nobody is sent where somebody is within this, seconds. */
const nearEnough = 60;
/** Later than this nobody counts on anyone, seconds; nor on whose shift ends sooner. */
const horizon = 1800;

/**
 * Where riders with nothing to do had better wait: one after the other the move by which the orders expected in the
 * next hour are reached soonest, as long as that is worth more than the ride. Riders with work count when their tour
 * ends. Empty where demand is unknown, and under `single_store`, whose riders wait where they stand.
 */
export function suggestWaiting({ model, routes }: State): WaitingPlace[] {
  const { problem, travel, settings } = model;
  const spots = (problem.demand ?? []).toSorted((a, b) => b.weight - a.weight).slice(0, mostSpots);
  const total = spots.reduce((sum, one) => sum + one.weight, 0);
  const orders = problem.tasksPerHour ?? 0;
  if (!model.isMixed || !(total > 0) || !(orders > 0)) return [];
  const idle = new Set<number>();
  routes.forEach((route, rider) => {
    if (route.length === 0 && model.free[rider] === 0 && model.off[rider]! >= horizon) idle.add(rider);
  });
  const times = routes.map((route, rider) => secondsToSpots(model, rider, route, spots));
  const nearest = spots.map((_, spot) =>
    [...idle].sort((a, b) => times[a]![spot]! - times[b]![spot]! || a - b).slice(0, nearestRiders),
  );
  const found: WaitingPlace[] = [];
  while (idle.size > 0 && found.length < spots.length) {
    const reach = spots.map((_, spot) => twoSoonest(times, spot));
    let most = 0;
    let move: [rider: number, spot: number] = [-1, -1];
    spots.forEach(({ place }, spot) => {
      if (reach[spot]!.first < nearEnough) return;
      for (const rider of nearest[spot]!) {
        if (!idle.has(rider)) continue;
        let saved = 0;
        spots.forEach((other, o) => {
          const { first, second, who } = reach[o]!;
          const without = who === rider ? second : first;
          saved += other.weight * (first - Math.min(without, travel.seconds(place, other.place)));
        });
        const gain = (saved / total) * orders - settings.riderTimeLeast * times[rider]![spot]!;
        if (gain <= most) continue;
        most = gain;
        move = [rider, spot];
      }
    });
    const [rider, spot] = move;
    if (rider < 0) break;
    const { place } = spots[spot]!;
    found.push({ rider: problem.riders[rider]!.id, place, saves: Math.round(reach[spot]!.first) });
    times[rider] = spots.map((other) => Math.min(horizon, travel.seconds(place, other.place)));
    idle.delete(rider);
  }
  return found;
}

/** When a rider could be at each place of demand after what they have to do; `horizon` at most. */
function secondsToSpots(
  model: Model,
  rider: number,
  route: readonly number[],
  spots: readonly Demand[],
): number[] {
  const { travel, settings } = model;
  let place = model.riderPlace[rider]!;
  let free = model.free[rider]!;
  for (const node of route) {
    const isPickup = (node & 1) === 0;
    const next = isPickup ? model.pickupPlace[node >> 1]! : model.dropoffPlace[node >> 1]!;
    free += travel.seconds(place, next);
    free = isPickup
      ? Math.max(free, model.ready[node >> 1]!) + settings.pickupServiceSeconds
      : free + settings.dropoffServiceSeconds;
    place = next;
  }
  const isLeaving = free + horizon > model.off[rider]!;
  return spots.map((one) =>
    isLeaving ? horizon : Math.min(horizon, free + travel.seconds(place, one.place)),
  );
}

function twoSoonest(
  times: readonly (readonly number[])[],
  spot: number,
): { first: number; second: number; who: number } {
  let first = horizon;
  let second = horizon;
  let who = -1;
  times.forEach((one, rider) => {
    const there = one[spot]!;
    if (there < first) {
      second = first;
      first = there;
      who = rider;
    } else if (there < second) second = there;
  });
  return { first, second, who };
}
