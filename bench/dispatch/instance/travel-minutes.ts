import type { Point } from './instance.ts';

/** Minutes from one point to another: the straight line, rounded up to a whole minute. */
export function travelMinutes(from: Point, to: Point, metersPerMinute: number): number {
  return Math.ceil(Math.hypot(from.x - to.x, from.y - to.y) / metersPerMinute);
}
