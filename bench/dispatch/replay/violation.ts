/** A fault of a solution. Keys are stable: `replay.<what>`. */
export interface Violation {
  key:
    | 'replay.unknown_courier'
    | 'replay.unknown_order'
    | 'replay.unknown_place'
    | 'replay.not_a_number'
    | 'replay.empty_assignment'
    | 'replay.mixed_restaurants'
    | 'replay.order_twice'
    | 'replay.order_unseen'
    | 'replay.changed_after_departure'
    | 'replay.left_before_shift'
    | 'replay.left_too_early'
    | 'replay.teleport'
    | 'replay.wrong_sequence'
    | 'replay.move_missing'
    | 'replay.move_unexplained'
    | 'replay.pickup_too_early'
    | 'replay.pickup_after_shift'
    | 'replay.not_in_hand'
    | 'replay.never_delivered'
    | 'replay.claim_differs'
    | 'replay.claim_missing'
    | 'replay.claim_unfounded';
  courier?: string;
  order?: string;
  /** What was, and what had to be. */
  detail?: string;
}

export type Report = (violation: Violation) => void;
