import type { Random } from '../model/random.ts';
import type { Draft } from './draft.ts';
import { pickTask } from './pick-task.ts';
import { put } from './put.ts';
import { removeTask } from './remove-task.ts';

/** All that a rider has from one store goes to another rider who also goes there. */
export function mergeAssignments(draft: Draft, random: Random): boolean {
  const { state } = draft;
  const { model } = state;
  const task = pickTask(state, random);
  if (task < 0) return false;
  const from = state.owner[task]!;
  const siblings = state.byStore[model.store[task]!] ?? [];
  const target = siblings[random.below(siblings.length)]!;
  const to = state.owner[target]!;
  if (to < 0 || to === from || model.holder[target]! >= 0) return false;
  const all = siblings.filter((other) => state.owner[other] === from && model.holder[other]! < 0);
  for (const other of all) removeTask(draft, other, from);
  return all.every((other) => put(draft, other, to));
}
