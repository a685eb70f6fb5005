import { evaluateRoute } from '../model/evaluate-route.ts';
import type { Model } from '../model/model.ts';
import { bringHome } from './bring-home.ts';

/** The plan that a search works on. A route's `version` is new whenever its content is. */
export interface State {
  model: Model;
  routes: number[][];
  costs: Float64Array;
  versions: Int32Array;
  /** Rider of each task, −1 for none. */
  owner: Int32Array;
  /** Cost of all routes and of the tasks without a rider. */
  total: number;
  lastVersion: number;
  /** Best insertion of a task (by candidate slot) into a route of a version: added cost and packed positions. */
  knownVersion: Int32Array;
  knownCost: Float64Array;
  knownAt: Int32Array;
  /** Task indexes by store index. */
  byStore: number[][];
}

/** A plan in which riders only bring home what they hold, and all else is unserved. */
export function openState(model: Model): State {
  const size = model.taskCount * model.candidateCount;
  const state: State = {
    model,
    routes: model.problem.riders.map(() => []),
    costs: new Float64Array(model.riderCount),
    versions: new Int32Array(model.riderCount),
    owner: new Int32Array(model.taskCount).fill(-1),
    total: 0,
    lastVersion: 0,
    knownVersion: new Int32Array(size).fill(-1),
    knownCost: new Float64Array(size),
    knownAt: new Int32Array(size),
    byStore: [],
  };
  for (let task = 0; task < model.taskCount; task += 1) {
    (state.byStore[model.store[task]!] ??= []).push(task);
    const holder = model.holder[task]!;
    if (holder < 0) state.total += model.unservedCost[task]!;
    else state.owner[task] = holder;
  }
  for (let rider = 0; rider < model.riderCount; rider += 1) {
    const route = model.inHandCount[rider]! > 0 ? bringHome(model, rider) : [];
    state.routes[rider] = route;
    state.costs[rider] = evaluateRoute(model, rider, route, route.length);
    state.versions[rider] = state.lastVersion++;
    state.total += state.costs[rider]!;
  }
  return state;
}
