import type { Explanation } from '../explain/explanation.ts';

/** A stop of a planned route; seconds on the problem's clock. */
export interface PlannedStop {
  task: string;
  kind: 'pickup' | 'dropoff';
  place: number;
  /** When the goods change hands. */
  at: number;
}

/** What a rider is to do. */
export interface PlannedRoute {
  rider: string;
  /** When the rider must leave for the first stop. */
  leaveAt: number;
  /** Whether that is before the next decision: only then is anything final. */
  isDue: boolean;
  /** How many stops belong to the first assignment (one store and its doors), or 1 under `mixed`. */
  firstCount: number;
  stops: PlannedStop[];
  /** The tasks for which the rider leaves before the next decision, and why each has this rider. */
  why: Explanation[];
}

/** Where a rider with nothing to do had better wait; `saves` seconds until somebody is at the place. */
export interface WaitingPlace {
  rider: string;
  place: number;
  saves: number;
}

/** The answer to a problem. */
export interface Plan {
  at: number;
  cost: number;
  routes: PlannedRoute[];
  /** Advice for idle riders; only under `mixed`. */
  waiting: WaitingPlace[];
  /** Tasks that nobody can take now. */
  unserved: string[];
}
