import type { Problem } from '../../../edge-functions/_shared/dispatch/engine/index.ts';
import { need } from '../instance/need.ts';
import type { Order, Point } from '../instance/instance.ts';
import type { Snapshot } from '../day/policy.ts';

/** Minutes of the past that the expected number of orders is taken from. */
const window = 30;

/** A snapshot of a benchmark day as a problem for the engine. `placed`: the orders so far. */
export function toProblem(snapshot: Snapshot, placed: readonly Order[]): Problem {
  const { now, instance, couriers, orders } = snapshot;
  const { parameters, restaurants } = instance;
  const places: Point[] = [];
  const index = new Map<string, number>();
  const placeOf = ({ x, y }: Point): number => {
    const key = `${x} ${y}`;
    const known = index.get(key);
    if (known !== undefined) return known;
    index.set(key, places.length);
    places.push({ x, y });
    return places.length - 1;
  };
  const recent = placed.filter((order) => order.placementTime > now - window).length;
  return {
    at: now * 60,
    seed: 0,
    rules: 'single_store',
    places,
    travel: { kind: 'straight', metersPerMinute: parameters.metersPerMinute, roundUpToSeconds: 60 },
    riders: couriers.map(({ courier, place, freeAt, orderCount }) => ({
      id: courier.id,
      place: placeOf(place),
      freeAt: Math.max(freeAt, courier.onTime) * 60,
      offAt: courier.offTime * 60,
      capacity: 99,
      inHand: [],
      guaranteedLeft: guaranteedLeft(snapshot, courier, orderCount),
    })),
    tasks: orders.map((order) => ({
      id: order.id,
      store: order.restaurant,
      pickupPlace: placeOf(need(restaurants, order.restaurant, 'restaurant')),
      dropoffPlace: placeOf(order),
      placedAt: order.placementTime * 60,
      readyAt: order.readyTime * 60,
      promisedAt: (order.placementTime + parameters.target) * 60,
    })),
    demand: [...restaurants.values()].map((one) => ({ place: placeOf(one), weight: 1 })),
    tasksPerHour: (recent * 60) / window,
  };
}

function guaranteedLeft(
  { instance }: Snapshot,
  { onTime, offTime }: { onTime: number; offTime: number },
  orderCount: number,
): number {
  const { payPerHour, payPerOrder } = instance.parameters;
  return Math.max(0, (payPerHour * (offTime - onTime)) / 60 / payPerOrder - orderCount);
}
