import type { Problem } from '../problem/problem.ts';
import { defaultSettings } from '../problem/settings.ts';
import type { TravelTimes } from '../travel/travel-times.ts';
import { findCandidates } from './find-candidates.ts';
import type { Model } from './model.ts';
import { remotenessOf } from './remoteness.ts';
import { riderTimeOf } from './rider-time.ts';

/** Lays a checked problem out for the search. */
export function compileProblem(problem: Problem, travel: TravelTimes): Model {
  const settings = { ...defaultSettings, ...problem.settings };
  const { at, tasks, riders } = problem;
  const stores = new Map<string, number>();
  for (const task of tasks) if (!stores.has(task.store)) stores.set(task.store, stores.size);
  const taskIndex = new Map(tasks.map((task, i) => [task.id, i]));
  const holder = new Int32Array(tasks.length).fill(-1);
  riders.forEach((rider, r) => {
    for (const id of rider.inHand) holder[taskIndex.get(id) ?? -1] = r;
  });
  const ends = [...tasks.map((task) => task.dropoffPlace), ...riders.map((rider) => rider.place)];
  const remoteness = remotenessOf(problem.places.length, ends, problem.demand ?? [], travel);
  const model: Model = {
    problem,
    settings,
    travel,
    isMixed: problem.rules === 'mixed',
    riderTime: riderTimeOf(problem, settings, travel, remoteness),
    taskCount: tasks.length,
    store: Int32Array.from(tasks, (task) => stores.get(task.store) ?? 0),
    pickupPlace: Int32Array.from(tasks, (task) => task.pickupPlace),
    dropoffPlace: Int32Array.from(tasks, (task) => task.dropoffPlace),
    placed: Float64Array.from(tasks, (task) => task.placedAt - at),
    ready: Float64Array.from(tasks, (task) => task.readyAt - at),
    promised: Float64Array.from(tasks, (task) => task.promisedAt - at),
    // Of two that cannot both be served, the older goes first.
    unservedCost: Float64Array.from(
      tasks,
      (task) => settings.unservedCost + Math.min(settings.unservedCost, Math.max(0, at - task.placedAt)),
    ),
    holder,
    riderCount: riders.length,
    riderPlace: Int32Array.from(riders, (rider) => rider.place),
    free: Float64Array.from(riders, (rider) => Math.max(0, rider.freeAt - at)),
    off: Float64Array.from(riders, (rider) => rider.offAt - at),
    capacity: Int32Array.from(riders, (rider) => rider.capacity),
    inHandCount: Int32Array.from(riders, (rider) => rider.inHand.length),
    guaranteedLeft: Float64Array.from(riders, (rider) => rider.guaranteedLeft ?? Infinity),
    remoteness,
    candidates: new Int32Array(0),
    candidateCount: Math.min(settings.candidates, riders.length),
  };
  model.candidates = findCandidates(model);
  return model;
}
