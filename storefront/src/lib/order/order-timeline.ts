import type { OrderPage } from './types.ts';

export interface TimelineStep {
  /** Names the text `step_<name>`. */
  name: string;
  at: string;
  reasonCode: string | null;
}

const orderSteps: Record<string, string> = {
  place: 'placed',
  pay: 'paid',
  accept: 'accepted',
  start_preparing: 'preparing',
  mark_ready: 'ready',
  collect: 'collected',
  complete: 'delivered',
  reject: 'rejected',
  cancel: 'cancelled',
  time_out: 'timed_out',
  expire: 'expired',
};
const deliverySteps: Record<string, string> = {
  accept_offer: 'rider_assigned',
  assign: 'rider_assigned',
  unassign: 'rider_changed',
  arrive_at_store: 'rider_at_store',
  pick_up: 'picked_up',
  arrive_at_customer: 'at_the_door',
};

/** What happened to an order and its delivery that a customer cares for, the latest first. */
export function orderTimeline(page: Pick<OrderPage, 'events' | 'delivery'>): TimelineStep[] {
  const steps: TimelineStep[] = [];
  for (const event of page.events) {
    const name = orderSteps[event.command];
    if (name) steps.push({ name, at: event.created_at, reasonCode: event.reason_code });
  }
  for (const event of page.delivery?.events ?? []) {
    const name = deliverySteps[event.command];
    if (name) steps.push({ name, at: event.created_at, reasonCode: null });
  }
  return steps.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
