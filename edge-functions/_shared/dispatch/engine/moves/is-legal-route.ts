import { isCandidate } from '../model/is-candidate.ts';
import type { Model } from '../model/model.ts';

/**
 * Whether a route keeps the rules, whatever it costs: each task once and by a rider who may have it, picked up before
 * dropped off, everything delivered, and under `single_store` hands empty before the next store.
 */
export function isLegalRoute(model: Model, rider: number, route: readonly number[]): boolean {
  const inHand = new Set<number>();
  for (let task = 0; task < model.taskCount; task += 1) if (model.holder[task] === rider) inHand.add(task);
  const seen = new Set<number>();
  let previous = -1;
  for (const node of route) {
    const task = node >> 1;
    if (seen.has(node)) return false;
    seen.add(node);
    if ((node & 1) === 1) {
      if (!inHand.delete(task)) return false;
    } else {
      if (model.holder[task]! >= 0 || !isCandidate(model, task, rider)) return false;
      const joins = previous >= 0 && (previous & 1) === 0 && model.store[previous >> 1] === model.store[task];
      if (!model.isMixed && inHand.size > 0 && !joins) return false;
      inHand.add(task);
    }
    previous = node;
  }
  return inHand.size === 0;
}
