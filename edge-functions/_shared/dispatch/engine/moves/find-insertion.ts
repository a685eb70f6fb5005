import { evaluateRoute } from '../model/evaluate-route.ts';
import type { Model } from '../model/model.ts';

const scratch = new Int32Array(512);
/** Positions are packed into one number, so a route holds fewer nodes than this. */
const packing = 256;

/** Where a task goes best into a route: `cost` of the route with it, Infinity when nowhere. */
export interface Insertion {
  cost: number;
  at: number;
}

const found: Insertion = { cost: Infinity, at: 0 };

/**
 * The cheapest way to put a task into a route; the answer is overwritten by the next call. Under `single_store` it joins
 * an assignment of its store or becomes one of its own; under `mixed` it goes anywhere.
 */
export function findInsertion(
  model: Model,
  rider: number,
  route: readonly number[],
  task: number,
): Insertion {
  found.cost = Infinity;
  found.at = 0;
  if (route.length + 2 >= packing) return found;
  if (model.isMixed) everywhere(model, rider, route, task);
  else byAssignment(model, rider, route, task);
  return found;
}

/** The route with the task at packed positions `at`. */
export function withTask(route: readonly number[], task: number, at: number): number[] {
  const result = route.slice();
  result.splice(Math.floor(at / packing), 0, 2 * task);
  result.splice(at % packing, 0, 2 * task + 1);
  return result;
}

function everywhere(model: Model, rider: number, route: readonly number[], task: number): void {
  for (let pickup = 0; pickup <= route.length; pickup += 1) {
    // Next to a stop of the same store, the position behind it is the same stop.
    const next = route[pickup];
    if (next !== undefined && (next & 1) === 0 && model.store[next >> 1] === model.store[task]) continue;
    for (let dropoff = pickup + 1; dropoff <= route.length + 1; dropoff += 1)
      attempt(model, rider, route, task, pickup, dropoff);
  }
}

function byAssignment(model: Model, rider: number, route: readonly number[], task: number): void {
  const length = route.length;
  let start = 0;
  let isFirst = true;
  while (start < length) {
    let pickups = start;
    while (pickups < length && (route[pickups]! & 1) === 0) pickups += 1;
    let end = pickups;
    while (end < length && (route[end]! & 1) === 1) end += 1;
    // What the rider already holds comes first.
    if (!isFirst || pickups > start) attempt(model, rider, route, task, start, start + 1);
    if (pickups > start && model.store[route[start]! >> 1] === model.store[task])
      for (let dropoff = pickups + 1; dropoff <= end + 1; dropoff += 1)
        attempt(model, rider, route, task, pickups, dropoff);
    isFirst = false;
    start = end;
  }
  attempt(model, rider, route, task, length, length + 1);
}

function attempt(
  model: Model,
  rider: number,
  route: readonly number[],
  task: number,
  pickup: number,
  dropoff: number,
): void {
  const length = route.length + 2;
  let from = 0;
  for (let i = 0; i < length; i += 1)
    scratch[i] = i === pickup ? 2 * task : i === dropoff ? 2 * task + 1 : route[from++]!;
  const cost = evaluateRoute(model, rider, scratch, length);
  if (cost >= found.cost) return;
  found.cost = cost;
  found.at = pickup * packing + dropoff;
}
