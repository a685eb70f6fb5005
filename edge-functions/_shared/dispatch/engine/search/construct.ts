import { evaluateRoute } from '../model/evaluate-route.ts';
import { apply } from '../moves/apply.ts';
import { Draft } from '../moves/draft.ts';
import { insertTask } from '../moves/insert-task.ts';
import { isLegalRoute } from '../moves/is-legal-route.ts';
import { matchUnserved } from './match-unserved.ts';
import type { State } from './state.ts';

/** From so many tasks without a rider on they are first matched together. */
const matchFrom = 10;

/** Builds a first plan: what still holds of the previous one, then every other task where it adds least, oldest first. */
export function construct(state: State): void {
  const { model } = state;
  const draft = new Draft(state);
  takePrevious(state, draft);
  apply(draft);
  if (countUnserved(state) >= matchFrom) matchUnserved(state);
  const order = Array.from({ length: model.taskCount }, (_, task) => task)
    .filter((task) => state.owner[task]! < 0)
    .sort((a, b) => model.ready[a]! - model.ready[b]! || a - b);
  for (const task of order) {
    draft.clear();
    insertTask(draft, task, 0, () => 1);
    apply(draft);
  }
}

function countUnserved({ owner }: State): number {
  let count = 0;
  for (const rider of owner) if (rider < 0) count += 1;
  return count;
}

function takePrevious(state: State, draft: Draft): void {
  const { model } = state;
  const { problem } = model;
  const riderIndex = new Map(problem.riders.map((rider, r) => [rider.id, r]));
  const taskIndex = new Map(problem.tasks.map((task, i) => [task.id, i]));
  const taken = new Set<number>();
  for (const { rider: id, stops } of problem.previous ?? []) {
    const rider = riderIndex.get(id);
    if (rider === undefined) continue;
    const route: number[] = [];
    for (const stop of stops) {
      const task = taskIndex.get(stop.slice(1));
      // What was to be picked up may be in hand by now.
      if (task === undefined || (stop.startsWith('+') && model.holder[task]! >= 0)) continue;
      route.push(2 * task + (stop.startsWith('-') ? 1 : 0));
    }
    if (route.some((node) => taken.has(node >> 1)) || !isLegalRoute(model, rider, route)) continue;
    const cost = evaluateRoute(model, rider, route, route.length);
    if (cost === Infinity) continue;
    draft.set(rider, route, cost);
    for (const node of route) {
      taken.add(node >> 1);
      if (state.owner[node >> 1]! < 0 && (node & 1) === 0)
        draft.unservedCost -= model.unservedCost[node >> 1]!;
    }
  }
}
