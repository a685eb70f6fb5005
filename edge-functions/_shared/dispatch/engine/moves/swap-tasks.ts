import type { Random } from '../model/random.ts';
import type { Draft } from './draft.ts';
import { pickTask } from './pick-task.ts';
import { put } from './put.ts';
import { removeTask } from './remove-task.ts';

/** Two tasks change riders, each put where it costs least in its new route. */
export function swapTasks(draft: Draft, random: Random): boolean {
  const { state } = draft;
  const first = pickTask(state, random);
  const second = pickTask(state, random);
  if (first < 0 || second < 0 || state.owner[first] === state.owner[second]) return false;
  const toFirst = state.owner[second]!;
  const toSecond = state.owner[first]!;
  removeTask(draft, first, toSecond);
  removeTask(draft, second, toFirst);
  return put(draft, first, toFirst) && put(draft, second, toSecond);
}
