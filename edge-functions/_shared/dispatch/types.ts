/** WGS-84 degrees. */
export interface Place {
  lon: number;
  lat: number;
}

/** A task that waits for a rider. Times are milliseconds since the epoch. */
export interface OpenDelivery {
  id: string;
  store: Place;
  dropoff: Place;
  readyAt: number;
  promisedAt: number;
  createdAt: number;
  /** Riders who declined or let the offer pass. */
  excludedRiderIds: readonly string[];
}

/** A rider who may take one more task; `freeAt` is when the tasks in hand are done. */
export interface FreeRider extends Place {
  id: string;
  inHand: number;
  freeAt: number;
}

/** Seconds on the roads from where a rider becomes free to the store of a delivery. */
export interface TravelRow {
  riderId: string;
  deliveryId: string;
  seconds: number;
}

/** What ops may set for a zone; all durations in seconds. */
export interface Settings {
  maxInHand: number;
  radiusMeters: number;
  /** Orders that are ready later than this are left for a later round. */
  lookAheadSeconds: number;
  /** A rider is asked this long before having to leave; asking earlier would only make the rider wait. */
  commitBufferSeconds: number;
  /** Handing over at the store. */
  handoverSeconds: number;
}

/** One decision round of a zone: all that the engine may know. `seed` breaks ties; the same problem gives the same plan. */
export interface Problem {
  at: number;
  seed: string;
  settings: Settings;
  deliveries: readonly OpenDelivery[];
  riders: readonly FreeRider[];
  travel: readonly TravelRow[];
}

/** `straight_line` marks a guess: the road graph knows no way between the two. */
export type TravelSource = 'road' | 'straight_line';

/** The cost of a pairing by cause, in weighted seconds; the smallest sum over all tasks wins. */
export interface CostParts {
  travel: number;
  store_late: number;
  promise_late: number;
  wait: number;
  in_hand: number;
}

/** A rider as a candidate for one delivery, as it is stored with the offer. */
export interface CandidateView {
  rider_id: string;
  cost_seconds: number;
  parts: CostParts;
  travel_seconds: number;
  travel_source: TravelSource;
  /** ISO time at the store. */
  arrives_at: string;
}

export type ChosenKey = 'dispatch.why.only_rider' | 'dispatch.why.best' | 'dispatch.why.best_together';

export type RunnerUpKey =
  | 'dispatch.why.farther'
  | 'dispatch.why.arrives_late'
  | 'dispatch.why.breaks_promise'
  | 'dispatch.why.waits_longer'
  | 'dispatch.why.more_in_hand'
  | 'dispatch.why.equal'
  | 'dispatch.why.needed_elsewhere';

/** The next best rider and what spoke against them; `difference_seconds` is negative only where another task needed them. */
export interface RunnerUp extends CandidateView {
  key: RunnerUpKey;
  difference_seconds: number;
  needed_for_delivery_id: string | null;
}

/** Why this rider, as data and keys that the apps translate. */
export interface Explanation {
  key: ChosenKey;
  candidate_count: number;
  chosen: CandidateView;
  runner_up: RunnerUp | null;
}

export type HeldKey =
  | 'dispatch.held.not_due'
  | 'dispatch.held.too_early'
  | 'dispatch.held.no_rider'
  | 'dispatch.held.riders_short';

/** A task that is not offered in this round; `until` (ISO) where only time is missing. */
export interface HeldDelivery {
  delivery_id: string;
  key: HeldKey;
  until: string | null;
}

/** One offer to make; `to_store_seconds` counts from now to the rider's arrival at the store. */
export interface PlannedOffer {
  delivery_id: string;
  rider_id: string;
  to_store_seconds: number;
  explanation: Explanation;
}

/** What the round decided; every delivery of the problem is in exactly one of the two lists. */
export interface Plan {
  offers: PlannedOffer[];
  held: HeldDelivery[];
}
