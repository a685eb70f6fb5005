import type { Point } from './instance.ts';

/** So that a ride of whole minutes, reached by walking along a line, is not rounded up for an error in the last digit. */
const tolerance = 1e-9;

/** Minutes from one point to another: the straight line, rounded up to a whole minute. */
export function travelMinutes(from: Point, to: Point, metersPerMinute: number): number {
  return Math.ceil(Math.hypot(from.x - to.x, from.y - to.y) / metersPerMinute - tolerance);
}
