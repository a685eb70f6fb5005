import type { OrderRisk } from './order-risk.ts';

export const lanes = ['all', 'waiting', 'offered', 'assigned', 'under_way', 'late', 'trouble'] as const;
export type Lane = (typeof lanes)[number];

type LaneInput = { risk: OrderRisk; delivery: { status: string; incident?: unknown } | null };

const statusLanes: Record<string, Lane> = {
  unassigned: 'waiting',
  offered: 'offered',
  assigned: 'assigned',
  arrived_at_store: 'assigned',
  picked_up: 'under_way',
  arrived_at_customer: 'under_way',
};

/** The lanes of the dispatch board in which an order is listed; what is late or in trouble stays in its own lane too. */
export function lanesOf(order: LaneInput): Lane[] {
  const found: Lane[] = ['all'];
  const own = order.delivery && statusLanes[order.delivery.status];
  if (own) found.push(own);
  if (order.risk === 'late' || order.risk === 'soon') found.push('late');
  if (order.delivery?.incident) found.push('trouble');
  return found;
}

/** A task can change hands until it is picked up. */
export function isMovable(status: string | undefined): boolean {
  return statusLanes[status ?? ''] !== undefined && statusLanes[status ?? ''] !== 'under_way';
}
