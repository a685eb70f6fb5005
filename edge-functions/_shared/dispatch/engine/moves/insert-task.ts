import type { Draft } from './draft.ts';
import { findInsertion, withTask } from './find-insertion.ts';

/**
 * Inserts a task where it adds least, over all its candidate riders, and answers the added cost; Infinity (and
 * nothing done) when no rider can take it or leaving it unserved is cheaper. `blink` makes each candidate be
 * overlooked with that chance; `random` answers numbers in 0 … 1.
 */
export function insertTask(draft: Draft, task: number, blink: number, random: () => number): number {
  const { state } = draft;
  const { model } = state;
  const base = task * model.candidateCount;
  let best = model.unservedCost[task]!;
  let bestSlot = -1;
  for (let k = 0; k < model.candidateCount; k += 1) {
    const rider = model.candidates[base + k]!;
    if (rider < 0) break;
    if (blink > 0 && random() < blink) continue;
    const slot = base + k;
    const version = draft.version(rider);
    if (state.knownVersion[slot] !== version) {
      const { cost, at } = findInsertion(model, rider, draft.route(rider), task);
      state.knownVersion[slot] = version;
      state.knownCost[slot] = cost;
      state.knownAt[slot] = at;
    }
    const added = state.knownCost[slot]! - draft.cost(rider);
    if (added >= best) continue;
    best = added;
    bestSlot = slot;
  }
  if (bestSlot < 0) return Infinity;
  const rider = model.candidates[bestSlot]!;
  const cost = state.knownCost[bestSlot]!;
  draft.set(rider, withTask(draft.route(rider), task, state.knownAt[bestSlot]!), cost);
  draft.unservedCost -= model.unservedCost[task]!;
  return best;
}
