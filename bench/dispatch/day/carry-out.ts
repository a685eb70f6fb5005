import type { Courier, Instance, Order, Point } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import { travelMinutes } from '../instance/travel-minutes.ts';
import type { Solution } from './solution.ts';

/** Where a rider's last assignment ends, and what they were given. */
export interface CourierState {
  courier: Courier;
  place: Point;
  placeName: string;
  freeAt: number;
  orderCount: number;
}

/**
 * Carries an assignment made at minute `now` out by the rules of the benchmark: writes it into `solution` and moves
 * `state` to its end. Throws when a rider could not do it or the rules forbid it. `lateKitchen` lets a rider who
 * stood at the counter in time take food that came out after the end of the shift.
 */
export function carryOut(
  instance: Instance,
  solution: Solution,
  state: CourierState,
  orders: readonly Order[],
  now: number,
  lateKitchen: boolean,
): void {
  const { metersPerMinute, pickupService, dropoffService } = instance.parameters;
  const { courier } = state;
  const first = orders[0];
  if (!first) throw new Error(`rider ${courier.id} was sent for no order`);
  for (const order of orders) {
    if (order.restaurant !== first.restaurant)
      throw new Error(`orders ${first.id} and ${order.id} are of different restaurants`);
    if (order.placementTime > now) throw new Error(`order ${order.id} was not placed at minute ${now}`);
  }
  const restaurant = need(instance.restaurants, first.restaurant, 'restaurant');
  const leavesAt = Math.max(now, state.freeAt, courier.onTime);
  const atCounter = leavesAt + travelMinutes(state.place, restaurant, metersPerMinute) + pickupService / 2;
  const pickupTime = Math.max(atCounter, ...orders.map((order) => order.readyTime));
  if ((lateKitchen ? atCounter : pickupTime) > courier.offTime)
    throw new Error(`rider ${courier.id} would pick up ${first.id} after the shift`);

  const move = (departureTime: number, destination: string): void => {
    solution.moves.push({ courier: courier.id, departureTime, origin: state.placeName, destination });
    state.placeName = destination;
  };
  const ids = orders.map((order) => order.id);
  solution.assignments.push({ assignmentTime: now, pickupTime, courier: courier.id, orders: ids });
  move(leavesAt, restaurant.id);
  let place: Point = restaurant;
  let time = pickupTime + pickupService / 2;
  for (const order of orders) {
    move(time, order.id);
    const dropoffTime = time + travelMinutes(place, order, metersPerMinute) + dropoffService / 2;
    const { id, placementTime, readyTime } = order;
    solution.orders.push({
      order: id,
      placementTime,
      readyTime,
      pickupTime,
      dropoffTime,
      courier: courier.id,
    });
    time = dropoffTime + dropoffService / 2;
    place = order;
  }
  state.place = place;
  state.freeAt = time;
  state.orderCount += orders.length;
}
