import type { Task, Rider } from '../problem/problem.ts';
import { chooseNearest } from './choose-nearest.ts';
import type { Model } from './model.ts';

/**
 * For every task the riders who may have it, soonest at the store first: `candidateCount` a task, −1 where fewer. Who
 * holds a task in hand is its only candidate.
 */
export function findCandidates(model: Model): Int32Array {
  const { taskCount, riderCount, candidateCount, problem, travel } = model;
  const result = new Int32Array(taskCount * candidateCount).fill(-1);
  const arrival = new Float64Array(riderCount);
  const allowed = new Int32Array(riderCount);
  for (let task = 0; task < taskCount; task += 1) {
    const base = task * candidateCount;
    if (model.holder[task]! >= 0) {
      result[base] = model.holder[task]!;
      continue;
    }
    let size = 0;
    const ready = model.ready[task]! - model.settings.pickupServiceSeconds / 2;
    for (let rider = 0; rider < riderCount; rider += 1) {
      if (!mayCarry(problem.tasks[task]!, problem.riders[rider]!)) continue;
      const ride = travel.seconds(model.riderPlace[rider]!, model.pickupPlace[task]!);
      const there = model.free[rider]! + ride;
      if (there + model.settings.pickupServiceSeconds / 2 > model.off[rider]!) continue;
      // Among those who would be there before the goods, the nearer is the better.
      arrival[rider] = Math.max(there, ready) + 0.5 * ride;
      allowed[size++] = rider;
    }
    const count = chooseNearest(allowed, size, arrival, candidateCount);
    for (let k = 0; k < count; k += 1) result[base + k] = allowed[k]!;
  }
  return result;
}

function mayCarry(task: Task, rider: Rider): boolean {
  if (task.only !== undefined && task.only !== rider.id) return false;
  if (task.excluded?.includes(rider.id)) return false;
  return task.needs?.every((one) => rider.has?.includes(one) ?? false) ?? true;
}
