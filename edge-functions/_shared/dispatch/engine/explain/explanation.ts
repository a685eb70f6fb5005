/** What a task adds to the cost of a rider's route, in seconds of one customer's waiting, by cause. */
export interface CostParts {
  /** Seconds from placement to the door, of this task and of those it delays. */
  waiting: number;
  /** Broken promises and dread. */
  lateness: number;
  /** The rider's time and where it leaves them. */
  rider: number;
  /** Pay beyond the guarantee. */
  pay: number;
  /** Stops with something in hand. */
  mixing: number;
}

/** Why a runner-up was not chosen; stable keys. */
export type RunnerUpKey =
  | 'dispatch.why.delivers_later'
  | 'dispatch.why.breaks_promise'
  | 'dispatch.why.takes_more_time'
  | 'dispatch.why.costs_more_pay'
  | 'dispatch.why.more_in_hand'
  | 'dispatch.why.needed_elsewhere'
  | 'dispatch.why.equal';

/** A rider for a task, with what the plan would cost more. */
export interface Alternative {
  rider: string;
  added: number;
  parts: CostParts;
}

/** Why a task got its rider. */
export interface Explanation {
  task: string;
  key:
    'dispatch.why.only_rider' | 'dispatch.why.best' | 'dispatch.why.best_together' | 'dispatch.why.in_hand';
  /** Riders that were looked at. */
  candidateCount: number;
  chosen: Alternative;
  /** The cheapest other rider, the rest of the plan as it is. Negative `difference`: cheaper for this task alone. */
  runnerUp: (Alternative & { key: RunnerUpKey; difference: number }) | null;
}
