import type { TravelSpec } from '../travel/travel-spec.ts';
import type { Settings } from './settings.ts';

/** A point of the map; metres on any flat grid, or whatever the travel table was made for. */
export interface Place {
  x: number;
  y: number;
}

/** Someone who carries. All times are seconds on the clock of `Problem.at`; `place` indexes `Problem.places`. */
export interface Rider {
  id: string;
  /** Where and when the rider can next be sent: now, or the end of what can no longer be changed. */
  place: number;
  freeAt: number;
  /** Nothing is picked up after this. */
  offAt: number;
  /** Most tasks in hand at once. */
  capacity: number;
  /** Tasks already picked up: this rider alone can deliver them. */
  inHand: string[];
  /** Skills, vehicle, bag: a task goes only to riders who have all it needs. */
  has?: string[];
  /** Tasks that still fit under the pay guaranteed for the shift: they cost nothing more. */
  guaranteedLeft?: number;
}

/** An order to be carried from a store to a door. */
export interface Task {
  id: string;
  /** Tasks of one store share a stop. */
  store: string;
  pickupPlace: number;
  dropoffPlace: number;
  placedAt: number;
  /** When the goods will be ready, or were. */
  readyAt: number;
  promisedAt: number;
  /** Riders who must not get it: declined, blocked by ops. */
  excluded?: string[];
  needs?: string[];
  /** A rider fixed by ops: nobody else may get it. */
  only?: string;
}

/** Where and how often tasks start; lets the engine judge where a rider is left standing. */
export interface Demand {
  place: number;
  weight: number;
}

/** A route of an earlier plan: task ids as `+id` (pick up) and `-id` (drop off). */
export interface RouteHint {
  rider: string;
  stops: string[];
}

/** A snapshot to decide on. The same problem always gives the same plan. */
export interface Problem {
  at: number;
  seed: number;
  /** `single_store`: an assignment is one store's tasks, all delivered before the next store. `mixed`: any legal order. */
  rules: 'single_store' | 'mixed';
  places: Place[];
  travel: TravelSpec;
  riders: Rider[];
  tasks: Task[];
  demand?: Demand[];
  /** New tasks expected an hour in the time ahead. */
  tasksPerHour?: number;
  /** The last plan: the search starts from what of it is still possible. */
  previous?: RouteHint[];
  settings?: Partial<Settings>;
}
