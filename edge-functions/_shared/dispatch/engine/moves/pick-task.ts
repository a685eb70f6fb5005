import type { Random } from '../model/random.ts';
import type { State } from '../search/state.ts';

/** A task that has a rider and is not in hand, or −1 when a few draws found none. */
export function pickTask({ model, owner }: State, random: Random): number {
  for (let tries = 0; tries < 8 && model.taskCount > 0; tries += 1) {
    const task = random.below(model.taskCount);
    if (owner[task]! >= 0 && model.holder[task]! < 0) return task;
  }
  return -1;
}
