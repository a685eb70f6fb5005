import { assign, type Row } from '../assignment/assign.ts';
import { apply } from '../moves/apply.ts';
import { Draft } from '../moves/draft.ts';
import { findInsertion, withTask } from '../moves/find-insertion.ts';
import type { State } from './state.ts';

/** Matching takes the nearest riders of a task only; who is left over is inserted. */
const mostEdges = 64;

/**
 * Gives each rider at most one of the unserved tasks, all chosen together at the least added cost: a start that
 * inserting one after the other does not find when tasks compete for the same riders.
 */
export function matchUnserved(state: State): void {
  const { model } = state;
  const { candidateCount } = model;
  const reach = Math.min(candidateCount, mostEdges);
  const tasks: number[] = [];
  const rows: Row[] = [];
  for (let task = 0; task < model.taskCount; task += 1) {
    if (state.owner[task]! >= 0) continue;
    const edges: { column: number; cost: number }[] = [];
    for (let k = 0; k < reach; k += 1) {
      const slot = task * candidateCount + k;
      const rider = model.candidates[slot]!;
      if (rider < 0) break;
      const { cost, at } = findInsertion(model, rider, state.routes[rider]!, task);
      state.knownVersion[slot] = state.versions[rider]!;
      state.knownCost[slot] = cost;
      state.knownAt[slot] = at;
      if (cost < Infinity) edges.push({ column: rider, cost: cost - state.costs[rider]! });
    }
    tasks.push(task);
    rows.push({ edges, skipCost: model.unservedCost[task]! });
  }
  const held = assign(rows, model.riderCount);
  const draft = new Draft(state);
  tasks.forEach((task, row) => {
    const rider = held[row]!;
    if (rider < 0) return;
    const { cost, at } = findInsertion(model, rider, state.routes[rider]!, task);
    draft.set(rider, withTask(state.routes[rider]!, task, at), cost);
    draft.unservedCost -= model.unservedCost[task]!;
  });
  apply(draft);
}
