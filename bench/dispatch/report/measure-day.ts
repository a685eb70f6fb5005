import type { Instance } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import { travelMinutes } from '../instance/travel-minutes.ts';
import type { Replay } from '../replay/replay.ts';
import { quantile } from './quantile.ts';

/** Figures of one day; minutes and money. */
export interface DayFigures {
  name: string;
  orders: number;
  delivered: number;
  /** Mean click-to-door if a rider always stood at the door at the ready time, over the delivered orders. */
  floor: number;
  ctd_mean: number;
  ctd_p90: number;
  excess: number;
  overage: number;
  ready_to_pickup: number;
  cost_per_order: number;
  orders_per_bundle: number;
  over_maximum: number;
  dropped: number;
  violations: number;
}

/** Measures a day from its replay alone. `pickupStops` is how often a rider stopped at a restaurant. */
export function measureDay(instance: Instance, found: Replay, pickupStops: number): DayFigures {
  const { metersPerMinute, pickupService, dropoffService, target, maximum } = instance.parameters;
  const doors: number[] = [];
  let floor = 0;
  let overage = 0;
  let wait = 0;
  const perCourier = new Map<string, number>();
  for (const { order: id, courier, pickupTime, dropoffTime } of found.served.values()) {
    const order = need(instance.orders, id, 'order');
    const restaurant = need(instance.restaurants, order.restaurant, 'restaurant');
    const ride = travelMinutes(restaurant, order, metersPerMinute);
    doors.push(dropoffTime - order.placementTime);
    floor += order.readyTime - order.placementTime + pickupService / 2 + ride + dropoffService / 2;
    overage += Math.max(0, dropoffTime - order.placementTime - target);
    wait += pickupTime - order.readyTime;
    perCourier.set(courier, (perCourier.get(courier) ?? 0) + 1);
  }
  const count = Math.max(1, doors.length);
  const mean = doors.reduce((sum, one) => sum + one, 0) / count;
  return {
    name: instance.name,
    orders: instance.orders.size,
    delivered: doors.length,
    floor: floor / count,
    ctd_mean: mean,
    ctd_p90: quantile(doors, 0.9),
    excess: mean - floor / count,
    overage: overage / count,
    ready_to_pickup: wait / count,
    cost_per_order: payAll(instance, perCourier) / count,
    orders_per_bundle: doors.length / Math.max(1, pickupStops),
    over_maximum: doors.filter((one) => one > maximum).length,
    dropped: found.dropped.length,
    violations: found.violations.length,
  };
}

function payAll({ couriers, parameters }: Instance, perCourier: ReadonlyMap<string, number>): number {
  let pay = 0;
  for (const { id, onTime, offTime } of couriers.values())
    pay += Math.max(
      parameters.payPerOrder * (perCourier.get(id) ?? 0),
      (parameters.payPerHour * (offTime - onTime)) / 60,
    );
  return pay;
}
