import type { Random } from '../model/random.ts';
import type { Draft } from './draft.ts';
import { insertTask } from './insert-task.ts';
import { removeTask } from './remove-task.ts';

const mostRemoved = 8;
const blink = 0.02;

/**
 * Takes some tasks that have to do with each other out, and puts them and all unserved ones back one by one where each
 * adds least (after Christiaens & Vanden Berghe, "Slack induction by string removals", 2020).
 */
export function ruinAndRecreate(draft: Draft, random: Random): boolean {
  const { state } = draft;
  const { model } = state;
  const loose: number[] = [];
  const seed = random.below(model.taskCount);
  const count = 1 + random.below(Math.min(mostRemoved, model.taskCount));
  takeOut(draft, seed, loose);
  if (random.next() < 0.5)
    for (const task of state.byStore[model.store[seed]!] ?? [])
      if (loose.length < count && random.next() < 0.7) takeOut(draft, task, loose);
  for (let tries = 0; loose.length < count && tries < 2 * count; tries += 1) {
    const reach = Math.min(model.candidateCount, 12);
    const k = Math.floor(random.next() * random.next() * reach);
    const rider = model.candidates[seed * model.candidateCount + k]!;
    const route = rider < 0 ? [] : draft.route(rider);
    const node = route[random.below(route.length)];
    if (node === undefined) continue;
    takeOut(draft, node >> 1, loose);
    if (random.next() < 0.4)
      for (const other of route) if (loose.length < count) takeOut(draft, other >> 1, loose);
  }
  for (let task = 0; task < model.taskCount; task += 1)
    if (state.owner[task]! < 0 && !loose.includes(task)) loose.push(task);
  sortLoose(model.ready, loose, random);
  for (const task of loose) insertTask(draft, task, blink, () => random.next());
  return draft.riders.length > 0;
}

function takeOut(draft: Draft, task: number, loose: number[]): void {
  const { owner, model } = draft.state;
  if (owner[task]! < 0 || model.holder[task]! >= 0 || loose.includes(task)) return;
  removeTask(draft, task, owner[task]!);
  loose.push(task);
}

function sortLoose(ready: Float64Array, loose: number[], random: Random): void {
  for (let i = loose.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [loose[i], loose[j]] = [loose[j]!, loose[i]!];
  }
  const how = random.next();
  if (how < 0.4) loose.sort((a, b) => ready[a]! - ready[b]!);
}
