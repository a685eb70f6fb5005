import type { Model } from './model.ts';

/**
 * The cost of a rider's route, in seconds of one customer's waiting; Infinity when the rider cannot do it (shift, hands,
 * no way). Pickups of one store that follow each other are one stop. Waiting with empty hands is free: the rider may
 * as well leave later, or get something else to do.
 */
export function evaluateRoute(model: Model, rider: number, nodes: ArrayLike<number>, length: number): number {
  const { settings, travel, store, ready, placed, promised, pickupPlace, dropoffPlace } = model;
  const pickupHalf = settings.pickupServiceSeconds / 2;
  const dropoffHalf = settings.dropoffServiceSeconds / 2;
  const off = model.off[rider]!;
  const capacity = model.capacity[rider]!;
  let place = model.riderPlace[rider]!;
  let time = model.free[rider]!;
  let load = model.inHandCount[rider]!;
  let cost = 0;
  let busy = 0;
  let dropoffs = 0;
  let i = 0;
  while (i < length) {
    const node = nodes[i]!;
    const task = node >> 1;
    if ((node & 1) === 0) {
      const at = store[task]!;
      const isEmpty = load === 0;
      let readyAt = ready[task]!;
      load += 1;
      i += 1;
      while (i < length && (nodes[i]! & 1) === 0 && store[nodes[i]! >> 1] === at) {
        readyAt = Math.max(readyAt, ready[nodes[i]! >> 1]!);
        load += 1;
        i += 1;
      }
      if (load > capacity) return Infinity;
      const counter = time + travel.seconds(place, pickupPlace[task]!) + pickupHalf;
      const pickup = counter > readyAt ? counter : readyAt;
      if (pickup > off) return Infinity;
      if (!isEmpty) cost += settings.mixCost;
      busy += (isEmpty ? counter : pickup) - time + pickupHalf;
      time = pickup + pickupHalf;
      place = pickupPlace[task]!;
    } else {
      const door = time + travel.seconds(place, dropoffPlace[task]!) + dropoffHalf;
      const age = door - placed[task]!;
      cost += age;
      if (door > promised[task]!) cost += settings.lateWeight * (door - promised[task]!);
      if (age > settings.dreadSeconds) cost += settings.dreadWeight * (age - settings.dreadSeconds);
      busy += door + dropoffHalf - time;
      time = door + dropoffHalf;
      place = dropoffPlace[task]!;
      load -= 1;
      dropoffs += 1;
      i += 1;
    }
  }
  // Time and place after the shift are worth nothing to the plan.
  if (time > off) busy = Math.max(0, busy - (time - off));
  const left = off - time;
  const back = left > 0 ? Math.min(model.remoteness[place]!, left) : 0;
  const unpaid = dropoffs - model.guaranteedLeft[rider]!;
  return (
    cost +
    model.riderTime * busy +
    settings.returnWeight * back +
    (unpaid > 0 ? settings.payWeight * unpaid : 0)
  );
}
