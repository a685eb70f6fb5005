import type { Problem } from '../problem/problem.ts';
import type { Settings } from '../problem/settings.ts';

/** How far ahead load and riders are compared, seconds. */
const horizon = 3600;
/** What carrying a task takes a rider, seconds, as reckoned before anything is planned. */
const taskSeconds = 1500;

/**
 * What a second of a rider's time costs now. A second lost delays everyone who waits for a rider until the queue is
 * gone, so it is worth more the more work there is for the riders of the next hour: from `riderTimeLeast` with
 * none to `riderTimeMost` when there is as much work as riders can do, and on in proportion up to twice that.
 */
export function riderTimeOf({ at, riders, tasks, tasksPerHour }: Problem, settings: Settings): number {
  let hands = 0;
  for (const { freeAt, offAt } of riders)
    hands += Math.max(0, Math.min(offAt, at + horizon) - Math.min(Math.max(freeAt, at), at + horizon));
  const work = (tasks.length + ((tasksPerHour ?? 0) * horizon) / 3600) * taskSeconds;
  const load = Math.min(2, work / Math.max(1, hands));
  return settings.riderTimeLeast + (settings.riderTimeMost - settings.riderTimeLeast) * load;
}
