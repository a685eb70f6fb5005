import type { Random } from '../model/random.ts';
import type { Draft } from './draft.ts';
import { pickTask } from './pick-task.ts';
import { put } from './put.ts';
import { removeTask } from './remove-task.ts';

/** Part of the tasks that a rider has from one store goes to another rider. */
export function splitAssignment(draft: Draft, random: Random): boolean {
  const { state } = draft;
  const { model } = state;
  const task = pickTask(state, random);
  if (task < 0) return false;
  const from = state.owner[task]!;
  const to =
    model.candidates[task * model.candidateCount + random.below(Math.min(model.candidateCount, 16))]!;
  const siblings = (state.byStore[model.store[task]!] ?? []).filter(
    (other) => state.owner[other] === from && model.holder[other]! < 0,
  );
  if (to < 0 || to === from || siblings.length < 2) return false;
  const part = siblings.filter((other) => other === task || random.next() < 0.4);
  for (const other of part) removeTask(draft, other, from);
  return part.every((other) => put(draft, other, to));
}
