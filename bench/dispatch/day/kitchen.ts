import type { Instance, Order } from '../instance/instance.ts';
import { seededGaussian } from './seeded-gaussian.ts';

/** What the kitchen says about an order at a minute. */
export type Kitchen = (order: Order, now: number) => number;

/**
 * A kitchen whose estimates are off: preparation is announced as its true length times 1 + `noise` × a standard normal
 * (at least a tenth of it). Once the food is there the truth is known; an estimate that has passed becomes "next minute".
 * Without noise the kitchen tells the truth. Minutes.
 */
export function openKitchen({ orders }: Instance, noise: number, seed: number): Kitchen {
  if (noise === 0) return (order) => order.readyTime;
  const said = new Map<string, number>();
  for (const order of orders.values()) {
    const factor = Math.max(0.1, 1 + noise * seededGaussian(`${seed} ${order.id}`));
    said.set(order.id, order.placementTime + Math.round((order.readyTime - order.placementTime) * factor));
  }
  return (order, now) =>
    now >= order.readyTime ? order.readyTime : Math.max(said.get(order.id) ?? order.readyTime, now + 1);
}
