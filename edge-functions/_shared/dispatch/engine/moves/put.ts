import { isCandidate } from '../model/is-candidate.ts';
import type { Draft } from './draft.ts';
import { findInsertion, withTask } from './find-insertion.ts';

/** Inserts a task into the route of one rider where it costs least; false when it cannot be, or may not. */
export function put(draft: Draft, task: number, rider: number): boolean {
  const { model } = draft.state;
  if (!isCandidate(model, task, rider)) return false;
  const { cost, at } = findInsertion(model, rider, draft.route(rider), task);
  if (cost === Infinity) return false;
  draft.set(rider, withTask(draft.route(rider), task, at), cost);
  draft.unservedCost -= model.unservedCost[task]!;
  return true;
}
