import { need } from '../instance/need.ts';
import { travelMinutes } from '../instance/travel-minutes.ts';
import type { Order, Point } from '../instance/instance.ts';
import type { CourierView, Snapshot } from '../day/policy.ts';

/** A rider with a bundle: when they would have to leave (minute), and how good that is (less is better). */
export interface Pairing {
  cost: number;
  leavesAt: number;
}

/** Weight of a minute that ready food waits, against orders per minute of riding. */
const freshness = 0.05;

/** The published score of a pairing: orders carried a minute against freshness; null when the shift would be over. */
export function judgePairing(
  snapshot: Snapshot,
  rider: CourierView,
  orders: readonly Order[],
): Pairing | null {
  const { parameters, restaurants } = snapshot.instance;
  const { metersPerMinute, pickupService, dropoffService } = parameters;
  const restaurant = need(restaurants, orders[0]?.restaurant ?? '', 'restaurant');
  const free = Math.max(snapshot.now, rider.freeAt, rider.courier.onTime);
  const ride = travelMinutes(rider.place, restaurant, metersPerMinute) + pickupService / 2;
  const ready = Math.max(...orders.map((order) => order.readyTime));
  const pickup = Math.max(free + ride, ready);
  if (pickup > rider.courier.offTime) return null;
  let time = pickup + pickupService / 2;
  let place: Point = restaurant;
  for (const order of orders) {
    time += travelMinutes(place, order, metersPerMinute) + dropoffService;
    place = order;
  }
  const throughput = orders.length / Math.max(1, time - free);
  return { cost: 10 + freshness * (pickup - ready) - throughput, leavesAt: Math.max(free, ready - ride) };
}
