import { explainTask } from '../explain/explain-task.ts';
import type { State } from '../search/state.ts';
import type { Plan, PlannedRoute, PlannedStop } from './plan.ts';
import { suggestWaiting } from './suggest-waiting.ts';

/** Writes the search's routes as a plan: times, and who must leave before the next decision. */
export function readPlan(state: State): Plan {
  const { model, routes, owner } = state;
  const { problem } = model;
  return {
    at: problem.at,
    cost: state.total,
    routes: routes.flatMap((route, rider) => (route.length > 0 ? [readRoute(state, rider, route)] : [])),
    waiting: suggestWaiting(state),
    unserved: problem.tasks.filter((_, task) => owner[task]! < 0).map((task) => task.id),
  };
}

function readRoute(state: State, rider: number, route: readonly number[]): PlannedRoute {
  const { model } = state;
  const { settings, problem, travel } = model;
  const pickupHalf = settings.pickupServiceSeconds / 2;
  const dropoffHalf = settings.dropoffServiceSeconds / 2;
  const stops: PlannedStop[] = [];
  let time = model.free[rider]!;
  let place = model.riderPlace[rider]!;
  let leaveAt = time;
  let firstCount = 0;
  const due: number[] = [];
  let hands = model.inHandCount[rider]!;
  for (let i = 0; i < route.length;) {
    const isPickup = (route[i]! & 1) === 0;
    let end = i + 1;
    if (isPickup)
      while (end < route.length && (route[end]! & 1) === 0 && sameStore(model.store, route[i]!, route[end]!))
        end += 1;
    const tasks = route.slice(i, end).map((node) => node >> 1);
    const to = isPickup ? model.pickupPlace[tasks[0]!]! : model.dropoffPlace[tasks[0]!]!;
    const ride = travel.seconds(place, to);
    const ready = isPickup ? Math.max(...tasks.map((task) => model.ready[task]!)) : 0;
    const at = Math.max(time + ride + (isPickup ? pickupHalf : dropoffHalf), ready);
    if (i === 0 && isPickup && model.inHandCount[rider] === 0) leaveAt = at - ride - pickupHalf;
    // Who carries nothing may as well leave later; everyone else turns as soon as the last stop is done.
    const leaves = isPickup && hands === 0 ? at - ride - pickupHalf : time;
    hands += isPickup ? tasks.length : -tasks.length;
    if (isPickup && leaves < settings.tickSeconds && (i === 0 || model.isMixed)) due.push(...tasks);
    if (i > 0 && firstCount === 0 && (isPickup || model.isMixed)) firstCount = i;
    for (const task of tasks)
      stops.push({
        task: problem.tasks[task]!.id,
        kind: isPickup ? 'pickup' : 'dropoff',
        place: to,
        at: problem.at + at,
      });
    time = at + (isPickup ? pickupHalf : dropoffHalf);
    place = to;
    i = end;
  }
  const isDue = leaveAt < settings.tickSeconds;
  return {
    rider: problem.riders[rider]!.id,
    leaveAt: problem.at + leaveAt,
    isDue,
    firstCount: firstCount || route.length,
    stops,
    why: due.flatMap((task) => explainTask(state, task) ?? []),
  };
}

function sameStore(store: Int32Array, a: number, b: number): boolean {
  return store[a >> 1] === store[b >> 1];
}
