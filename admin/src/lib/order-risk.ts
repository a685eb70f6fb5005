export type OrderRisk = 'late' | 'soon' | 'waiting' | 'ok';

export type RiskInput = {
  status: string;
  placed_at: string | null;
  dropoff_expected_at: string | null;
  /** `eta_p50_at`, where it is known: as likely at the door before as after it. */
  delivery: { status: string; eta_p50_at?: string | null } | null;
};

const minute = 60_000;
const closed = new Set(['completed', 'rejected', 'cancelled', 'expired']);

/**
 * How an open order stands at `now` (milliseconds): `late` is past its promise, `soon` may well be
 * (little time is left, or it is more likely late than not), `waiting` has gone unanswered by the store or without a rider for too long.
 */
export function orderRisk(order: RiskInput, now: number): OrderRisk {
  if (closed.has(order.status)) return 'ok';
  const promised = order.dropoff_expected_at === null ? Infinity : Date.parse(order.dropoff_expected_at);
  if (now > promised) return 'late';
  const onTheWay = order.delivery?.status === 'picked_up' || order.delivery?.status === 'arrived_at_customer';
  const expected = order.delivery?.eta_p50_at;
  if (expected && Date.parse(expected) > promised) return 'soon';
  if (promised - now < (onTheWay ? 3 : 10) * minute) return 'soon';
  const waited = order.placed_at === null ? 0 : now - Date.parse(order.placed_at);
  if (order.status === 'placed' && waited > 3 * minute) return 'waiting';
  const noRider = order.delivery?.status === 'unassigned' || order.delivery?.status === 'offered';
  return noRider && order.status === 'ready' ? 'waiting' : 'ok';
}

/** The worst of several risks, for a pin that stands for all orders of a store. */
export function worstRisk(risks: readonly OrderRisk[]): OrderRisk {
  const order: OrderRisk[] = ['late', 'soon', 'waiting'];
  return order.find((risk) => risks.includes(risk)) ?? 'ok';
}
