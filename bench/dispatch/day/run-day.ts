import type { Instance, Order } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import { carryOut, type CourierState } from './carry-out.ts';
import type { Kitchen } from './kitchen.ts';
import type { Policy } from './policy.ts';
import type { Solution } from './solution.ts';
import { timed, type TickTimes } from './tick-times.ts';

/** One day under a policy: what was done, and how long each decision took. */
export interface DayResult {
  solution: Solution;
  ticks: TickTimes;
}

/**
 * Runs one day online by the benchmark's rules: the policy is shown the orders placed so far and answers who leaves.
 * Ends when every order is given away or the last shift is over. Throws when the policy asks for the impossible.
 */
export function runDay(
  instance: Instance,
  policy: Policy,
  kitchen: Kitchen,
  lateKitchen: boolean,
): DayResult {
  const solution: Solution = { assignments: [], orders: [], moves: [] };
  const ticks: TickTimes = { wallMs: [], cpuMs: [] };
  const states = new Map<string, CourierState>();
  for (const courier of instance.couriers.values()) {
    const { x, y } = courier;
    states.set(courier.id, {
      courier,
      place: { x, y },
      placeName: '0',
      freeAt: courier.onTime,
      orderCount: 0,
    });
  }
  const waiting = [...instance.orders.values()];
  const open = new Map<string, Order>();
  const lastMinute = Math.max(...[...instance.couriers.values()].map((one) => one.offTime));
  const { orders: _hidden, ...known } = instance;

  for (let now = 0; now <= lastMinute && waiting.length + open.size > 0; now += policy.everyMinutes) {
    while (waiting[0] && waiting[0].placementTime <= now) {
      const order = waiting.shift() as Order;
      open.set(order.id, order);
    }
    if (open.size === 0) continue;
    const orders = [...open.values()].map((order) => ({ ...order, readyTime: kitchen(order, now) }));
    const couriers = [...states.values()]
      .filter((state) => state.courier.offTime >= now)
      .map(({ courier, place, freeAt, orderCount }) => ({ courier, place, freeAt, orderCount }));
    const dispatches = timed(ticks, () => policy.decide({ now, instance: known, couriers, orders }));
    for (const { courier, orders: ids } of dispatches) {
      const given = ids.map((id) => need(open, id, 'open order'));
      carryOut(instance, solution, need(states, courier, 'rider'), given, now, lateKitchen);
      for (const id of ids) open.delete(id);
    }
  }
  return { solution, ticks };
}
