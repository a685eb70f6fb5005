import type { StoredTick } from '../../../edge-functions/_shared/dispatch/replay-tick.ts';
import type { TickPlan } from '../../../edge-functions/_shared/dispatch/tick-plan.ts';

/** A round decided twice: as it is set now, and as it would be. */
export type RoundChange = {
  id: string;
  at: string;
  taskCount: number;
  offersNow: number;
  offersThen: number;
  /** Tasks that are planned for somebody else. */
  otherRiderCount: number;
  /** Tasks planned at the door after their promise. */
  lateNow: number;
  lateThen: number;
  /** Mean time at the door against now, seconds; negative is earlier. */
  doorSeconds: number;
};

/** Compares two plans of one round: offers, riders, late doors, the mean time at the door. Pure. */
export function compareRound(tick: StoredTick, now: TickPlan, then: TickPlan): RoundChange {
  const promised = new Map(tick.snapshot.deliveries.map((one) => [one.id, one.promised_at]));
  const late = (plan: TickPlan): number =>
    plan.etas.filter((eta) => eta.dropoff_at > (promised.get(eta.delivery_id) ?? Infinity)).length;
  const riderOf = (plan: TickPlan): Map<string, string | null> =>
    new Map([...plan.held, ...plan.offers].map((one) => [one.delivery_id, one.rider_id]));
  const [before, after] = [riderOf(now), riderOf(then)];
  const doors = new Map(now.etas.map((eta) => [eta.delivery_id, eta.dropoff_at]));
  const moved = then.etas.flatMap((eta) => {
    const was = doors.get(eta.delivery_id);
    return was === undefined ? [] : [eta.dropoff_at - was];
  });
  return {
    id: tick.id,
    at: tick.created_at,
    taskCount: after.size,
    offersNow: now.offers.length,
    offersThen: then.offers.length,
    otherRiderCount: [...after].filter(([id, rider]) => before.get(id) !== rider).length,
    lateNow: late(now),
    lateThen: late(then),
    doorSeconds: moved.length === 0 ? 0 : Math.round(moved.reduce((sum, one) => sum + one, 0) / moved.length),
  };
}
