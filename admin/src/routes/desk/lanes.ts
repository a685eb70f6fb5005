import type { DeskOrder } from '../../queries/order/use-desk-orders.ts';

export const lanes = ['new', 'kitchen', 'out'] as const;
export type Lane = (typeof lanes)[number];

const laneOf: Record<string, Lane> = {
  placed: 'new',
  accepted: 'kitchen',
  preparing: 'kitchen',
  ready: 'out',
  in_delivery: 'out',
  awaiting_pickup: 'out',
  in_service: 'out',
};

/** Open orders by what the counter has to do with them. */
export function sortIntoLanes(orders: readonly DeskOrder[]): Record<Lane, DeskOrder[]> {
  const sorted: Record<Lane, DeskOrder[]> = { new: [], kitchen: [], out: [] };
  for (const order of orders) {
    const lane = laneOf[order.status];
    if (lane) sorted[lane].push(order);
  }
  return sorted;
}
