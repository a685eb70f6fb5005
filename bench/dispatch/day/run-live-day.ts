import type { Instance, Order } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import { carryOutLeg, type Leg, type LiveState } from './carry-out-leg.ts';
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
 * Runs one day online by the product's rules: a rider is bound only to the stop they are on the way to; what comes
 * after it is decided again every minute. Stores mix, and new orders are inserted into tours under way. Ends when
 * every order is delivered or can no longer be. Throws when the policy asks for the impossible.
 */
export function runLiveDay(instance: Instance, policy: LivePolicy, kitchen: Kitchen, lateKitchen: boolean): DayResult {
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
      .map(({ courier, place, freeAt, orderCount, inHand }) => ({
        courier,
        place,
        freeAt,
        orderCount,
        inHand: [...inHand.keys()].map((id) => need(instance.orders, id, 'order')),
      }));
    const legs = timed(ticks, () => policy({ now, instance: known, couriers, orders }));
    for (const leg of legs) {
      carryOutLeg(instance, solution, need(states, leg.courier, 'rider'), leg, now, lateKitchen);
      if (leg.kind === 'pickup') for (const id of leg.orders) open.delete(id);
    }
  }
  return { solution, ticks };
}
