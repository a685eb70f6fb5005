import type { Model } from './model.ts';

/** Whether a rider may get a task that is not in hand. */
export function isCandidate(model: Model, task: number, rider: number): boolean {
  const base = task * model.candidateCount;
  for (let k = 0; k < model.candidateCount; k += 1) if (model.candidates[base + k] === rider) return true;
  return false;
}
