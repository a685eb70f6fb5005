import type { Problem } from '../problem/problem.ts';
import type { Settings } from '../problem/settings.ts';
import type { TravelTimes } from '../travel/travel-times.ts';

/**
 * A problem laid out for the search: tasks and riders by index, their figures in typed arrays. A route is a list of
 * nodes; node 2 i picks task i up, node 2 i + 1 drops it off. Times in seconds since `Problem.at`.
 */
export interface Model {
  problem: Problem;
  settings: Settings;
  travel: TravelTimes;
  isMixed: boolean;
  /** What a second of a rider's time costs in this problem. */
  riderTime: number;
  taskCount: number;
  store: Int32Array;
  pickupPlace: Int32Array;
  dropoffPlace: Int32Array;
  placed: Float64Array;
  ready: Float64Array;
  promised: Float64Array;
  /** What leaving the task without a rider costs. */
  unservedCost: Float64Array;
  /** Rider that holds the task in hand, or −1. */
  holder: Int32Array;
  riderCount: number;
  riderPlace: Int32Array;
  free: Float64Array;
  off: Float64Array;
  capacity: Int32Array;
  inHandCount: Int32Array;
  guaranteedLeft: Float64Array;
  /** Seconds from a place back to where tasks start; by place. */
  remoteness: Float64Array;
  /** `candidateCount` riders a task, likely best first, −1 where there are fewer. */
  candidates: Int32Array;
  candidateCount: number;
}
