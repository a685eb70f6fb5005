import type { Instance, Order } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import { carryOutLeg, type Leg, type LiveState } from './carry-out-leg.ts';
import { headFor, positionAt, stopHere } from './ride.ts';
import type { Kitchen } from './kitchen.ts';
import type { CourierView, Snapshot } from './policy.ts';
import type { DayResult } from './run-day.ts';
import type { Solution } from './solution.ts';
import { timed, type TickTimes } from './tick-times.ts';

/** What a policy sees under the product's rules: also what each rider holds, which only they can deliver. */
export interface LiveSnapshot extends Snapshot {
  couriers: (CourierView & { inHand: Order[] })[];
}

/** Answers, every minute, who starts for which next stop. */
export type LivePolicy = (snapshot: LiveSnapshot) => Leg[];

/**
 * Runs one day online by the product's rules: every minute all is decided again, also for riders on their way; only what
 * is in hand stays with its rider. Stores mix, and new orders are inserted into tours under way. Ends when
 * every order is delivered or can no longer be. Throws when the policy asks for the impossible.
 */
export function runLiveDay(
  instance: Instance,
  policy: LivePolicy,
  kitchen: Kitchen,
  lateKitchen: boolean,
): DayResult {
  const solution: Solution = { assignments: [], orders: [], moves: [] };
  const ticks: TickTimes = { wallMs: [], cpuMs: [] };
  const states = new Map<string, LiveState>();
  for (const courier of instance.couriers.values()) {
    const { x, y } = courier;
    states.set(courier.id, {
      courier,
      place: { x, y },
      placeName: '0',
      freeAt: courier.onTime,
      orderCount: 0,
      inHand: new Map(),
      heading: null,
    });
  }
  const waiting = [...instance.orders.values()];
  const open = new Map<string, Order>();
  const lastMinute = Math.max(...[...states.values()].map((one) => one.courier.offTime));
  const { orders: _hidden, ...known } = instance;
  const isCarrying = (): boolean => [...states.values()].some((state) => state.inHand.size > 0);

  for (let now = 0; isCarrying() || (now <= lastMinute && waiting.length + open.size > 0); now += 1) {
    while (waiting[0] && waiting[0].placementTime <= now) {
      const order = waiting.shift() as Order;
      open.set(order.id, order);
    }
    if (open.size === 0 && !isCarrying()) continue;
    const orders = [...open.values()].map((order) => ({ ...order, readyTime: kitchen(order, now) }));
    const couriers = [...states.values()]
      .filter((state) => state.courier.offTime >= now || state.inHand.size > 0)
      .map((state) => ({
        courier: state.courier,
        place: positionAt(state, now),
        freeAt: state.heading ? now : state.freeAt,
        orderCount: state.orderCount,
        inHand: [...state.inHand.keys()].map((id) => need(instance.orders, id, 'order')),
      }));
    const legs = timed(ticks, () => policy({ now, instance: known, couriers, orders }));
    const sent = new Set(legs.map((leg) => leg.courier));
    for (const state of states.values()) if (!sent.has(state.courier.id)) stopHere(solution, state, now);
    for (const leg of legs) {
      const state = need(states, leg.courier, 'rider');
      headFor(instance, solution, state, leg, now);
      // Bound only by the last minute of the ride.
      if (!state.heading || state.heading.arrivesAt > now + 1) continue;
      carryOutLeg(instance, solution, state, leg, now, lateKitchen);
      if (leg.kind === 'pickup') for (const id of leg.orders) open.delete(id);
    }
  }
  return { solution, ticks };
}
