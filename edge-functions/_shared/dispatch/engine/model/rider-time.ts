import type { Problem } from '../problem/problem.ts';
import type { Settings } from '../problem/settings.ts';
import type { TravelTimes } from '../travel/travel-times.ts';

/** How far ahead work and hands are compared, seconds. */
const horizon = 3600;

/**
 * What a second of a rider's time costs now. A second lost delays everyone who waits for a rider until the queue is
 * gone: little while hands are many, more when the work of the next hour exceeds them. `remoteness` by place, seconds.
 */
export function riderTimeOf(
  { at, riders, tasks, tasksPerHour }: Problem,
  settings: Settings,
  travel: TravelTimes,
  remoteness: Float64Array,
): number {
  let hands = 0;
  for (const { freeAt, offAt } of riders)
    hands += Math.max(0, Math.min(offAt, at + horizon) - Math.min(Math.max(freeAt, at), at + horizon));
  let work = 0;
  for (const { pickupPlace, dropoffPlace } of tasks) {
    work += travel.seconds(pickupPlace, dropoffPlace) + remoteness[dropoffPlace]!;
    work += settings.pickupServiceSeconds + settings.dropoffServiceSeconds;
  }
  const coming = ((tasksPerHour ?? 0) * horizon) / 3600;
  const load = (work * (1 + coming / Math.max(1, tasks.length))) / Math.max(1, hands);
  const over = Math.min(3, Math.max(0, load - settings.riderTimeKnee));
  return settings.riderTimeLeast + (settings.riderTimeMost - settings.riderTimeLeast) * over;
}
