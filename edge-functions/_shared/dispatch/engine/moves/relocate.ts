import type { Random } from '../model/random.ts';
import type { Draft } from './draft.ts';
import { pickTask } from './pick-task.ts';
import { put } from './put.ts';
import { removeTask } from './remove-task.ts';

/** One task goes to another rider, or elsewhere in its own route, where it costs least there. */
export function relocate(draft: Draft, random: Random): boolean {
  const { state } = draft;
  const { model } = state;
  const task = pickTask(state, random);
  if (task < 0) return false;
  const reach = Math.min(model.candidateCount, 16);
  const to = model.candidates[task * model.candidateCount + random.below(reach)]!;
  if (to < 0) return false;
  removeTask(draft, task, state.owner[task]!);
  return put(draft, task, to);
}
