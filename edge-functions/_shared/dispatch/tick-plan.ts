import type { CostParts, Explanation, RunnerUpKey } from './engine/index.ts';
import type { SnapshotTravel } from './snapshot.ts';

/** A rider as a candidate for one delivery, as it is stored with the offer. */
export interface CandidateView {
  rider_id: string;
  /** What the task adds to the plan, in seconds of one customer's waiting, and its causes. */
  cost_seconds: number;
  parts: CostParts;
  /** From where the rider is next free to the store. */
  travel_seconds: number;
  travel_source: 'road' | 'straight_line' | 'osrm';
  /** ISO time at the store by the plan; known for the chosen rider only. */
  arrives_at: string | null;
}

/** Why this rider, as data and keys that the apps translate. */
export interface StoredExplanation {
  key: Explanation['key'];
  candidate_count: number;
  chosen: CandidateView;
  /** The next best; `difference_seconds` is negative where another task needed them. */
  runner_up: (CandidateView & { key: RunnerUpKey; difference_seconds: number }) | null;
}

/** One offer to make; `to_store_seconds` counts from now to the pickup. */
export interface PlannedOffer {
  delivery_id: string;
  rider_id: string;
  to_store_seconds: number;
  explanation: StoredExplanation;
}

/** A task that is not offered in this round; `until` (ISO) where only time is missing. */
export interface HeldDelivery {
  delivery_id: string;
  key: 'dispatch.held.not_due' | 'dispatch.held.no_rider' | 'dispatch.held.hands_full';
  /** For whom it is planned as of now. */
  rider_id: string | null;
  until: string | null;
}

/** A store at which an idle rider had better wait for the next order. */
export interface PlannedWaiting {
  rider_id: string;
  store_id: string;
  /** By so much sooner somebody is there. */
  saves_seconds: number;
}

/** What a round decided, as it is committed and kept. Every waiting delivery is in `offers` or in `held`. */
export interface TickPlan {
  cost: number;
  offers: PlannedOffer[];
  held: HeldDelivery[];
  waiting: PlannedWaiting[];
  /** Planned times at the door, seconds since 1970. */
  etas: { delivery_id: string; dropoff_at: number }[];
  /** The tours, `+` a pickup and `-` a dropoff; the next search starts from them. */
  routes: { rider: string; stops: string[] }[];
  /** How often the search was asked to go on before time was up, null when it ended by itself: a replay stops there. */
  stopped_after: number | null;
  /** Travel times that did not come with the snapshot. */
  travel?: SnapshotTravel;
}
