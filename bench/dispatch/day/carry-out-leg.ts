import type { Instance, Order, Point } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import type { CourierState } from './carry-out.ts';
import type { Solution } from './solution.ts';

/** A ride under way: it may still be given up for another before it ends. */
export interface Heading {
  from: Point;
  leftAt: number;
  to: Point & { id: string };
  arrivesAt: number;
}

/** A rider of the product's rules: what is in their hands, with the minute it was picked up, and where they are going. */
export interface LiveState extends CourierState {
  inHand: Map<string, number>;
  heading: Heading | null;
}

/** The next stop of a rider: a store where these orders are picked up, or the door of one that is in hand. */
export interface Leg {
  courier: string;
  kind: 'pickup' | 'dropoff';
  orders: string[];
}

/**
 * Carries the stop out that the rider's ride ends at, given at minute `now`: writes ride and service into `solution`
 * and moves `state` to the end of it. Throws when a rider could not do it. `lateKitchen` as in `carryOut`.
 */
export function carryOutLeg(
  instance: Instance,
  solution: Solution,
  state: LiveState,
  leg: Leg,
  now: number,
  lateKitchen: boolean,
): void {
  const { pickupService, dropoffService } = instance.parameters;
  const { courier, heading } = state;
  const orders = leg.orders.map((id): Order => need(instance.orders, id, 'order'));
  const first = orders[0];
  if (!first || !heading) throw new Error(`rider ${courier.id} was sent nowhere`);
  const { leftAt, to, arrivesAt } = heading;
  solution.moves.push({
    courier: courier.id,
    departureTime: leftAt,
    origin: state.placeName,
    destination: to.id,
  });
  state.place = { x: to.x, y: to.y };
  state.placeName = to.id;
  state.heading = null;
  if (leg.kind === 'pickup') {
    for (const order of orders)
      if (order.restaurant !== first.restaurant || order.placementTime > now)
        throw new Error(`order ${order.id} cannot be picked up at ${first.restaurant} from minute ${now}`);
    const counter = arrivesAt + pickupService / 2;
    const pickupTime = Math.max(counter, ...orders.map((order) => order.readyTime));
    if ((lateKitchen ? counter : pickupTime) > courier.offTime)
      throw new Error(`rider ${courier.id} would pick up ${first.id} after the shift`);
    solution.assignments.push({ assignmentTime: now, pickupTime, courier: courier.id, orders: leg.orders });
    for (const order of orders) state.inHand.set(order.id, pickupTime);
    state.freeAt = pickupTime + pickupService / 2;
    state.orderCount += orders.length;
    return;
  }
  const pickupTime = state.inHand.get(first.id);
  if (pickupTime === undefined) throw new Error(`rider ${courier.id} does not hold ${first.id}`);
  const dropoffTime = arrivesAt + dropoffService / 2;
  const { id, placementTime, readyTime } = first;
  solution.orders.push({ order: id, placementTime, readyTime, pickupTime, dropoffTime, courier: courier.id });
  state.inHand.delete(id);
  state.freeAt = dropoffTime + dropoffService / 2;
}
