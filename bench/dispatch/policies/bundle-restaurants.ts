import type { Order, Point } from '../instance/instance.ts';
import { need } from '../instance/need.ts';
import { travelMinutes } from '../instance/travel-minutes.ts';
import type { Snapshot } from '../day/policy.ts';

/** Orders of one restaurant in a delivery sequence; group 1 is served before 2 and 3. */
export interface Bundle {
  orders: Order[];
  group: 1 | 2 | 3;
}

/** Weight of a minute that the first food of a bundle waits for the last, against a minute of riding. */
const waitWeight = 1;

/** Bundles each restaurant's orders by cheapest insertion, about `size` to a bundle, earliest ready first. */
export function bundleRestaurants(snapshot: Snapshot, orders: readonly Order[], size: number): Bundle[] {
  const perRestaurant = new Map<string, Order[]>();
  for (const order of orders) {
    const others = perRestaurant.get(order.restaurant);
    if (others) others.push(order);
    else perRestaurant.set(order.restaurant, [order]);
  }
  const bundles: Bundle[] = [];
  for (const [id, own] of perRestaurant) {
    const restaurant = need(snapshot.instance.restaurants, id, 'restaurant');
    const count = Math.ceil(own.length / size);
    const routes: Order[][] = Array.from({ length: count }, () => []);
    for (const order of [...own].sort((a, b) => a.readyTime - b.readyTime))
      insertCheapest(routes, order, restaurant, snapshot, size);
    for (const route of routes)
      if (route.length > 0) bundles.push({ orders: route, group: groupOf(snapshot, route, restaurant) });
  }
  return bundles;
}

function insertCheapest(
  routes: Order[][],
  order: Order,
  from: Point,
  snapshot: Snapshot,
  size: number,
): void {
  let best: { route: Order[]; at: number; cost: number } | null = null;
  for (const route of routes) {
    if (route.length >= size) continue;
    const before = cost(route, from, snapshot);
    for (let at = 0; at <= route.length; at += 1) {
      const added = cost(route.toSpliced(at, 0, order), from, snapshot) - before;
      if (!best || added < best.cost) best = { route, at, cost: added };
    }
  }
  best?.route.splice(best.at, 0, order);
}

function cost(route: readonly Order[], from: Point, { instance, now }: Snapshot): number {
  const ready = Math.max(now, ...route.map((order) => order.readyTime));
  let place = from;
  let total = 0;
  for (const order of route) {
    total += travelMinutes(place, order, instance.parameters.metersPerMinute);
    total += waitWeight * (ready - Math.max(now, order.readyTime));
    place = order;
  }
  return total;
}

/** 1: some order can no longer meet the target; 2: all is ready now; 3: the rest. */
function groupOf({ instance, now }: Snapshot, orders: readonly Order[], from: Point): 1 | 2 | 3 {
  const { metersPerMinute, target } = instance.parameters;
  const late = orders.some(
    (one) =>
      Math.max(now, one.readyTime) + travelMinutes(from, one, metersPerMinute) > one.placementTime + target,
  );
  if (late) return 1;
  return orders.every((one) => one.readyTime <= now) ? 2 : 3;
}
