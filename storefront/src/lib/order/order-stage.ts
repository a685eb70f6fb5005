import type { DeliveryStatus, FulfillmentType, OrderStatus } from './types.ts';

/** What an order page says in one sentence; each stage has the texts `stage_<stage>` and `stage_<stage>_detail`. */
export type OrderStage =
  | 'to_pay'
  | 'confirming'
  | 'placed'
  | 'accepted'
  | 'preparing'
  | 'waiting_rider'
  | 'rider_coming'
  | 'rider_at_store'
  | 'on_the_way'
  | 'at_the_door'
  | 'collect'
  | 'delivered'
  | 'collected'
  | 'in_service'
  | 'served'
  | 'rejected'
  | 'cancelled'
  | 'expired';

/** The stage of an order. `hasReturned`: the customer came back from the cashier and the payment is not known yet. */
export function orderStage(
  order: { status: OrderStatus; fulfillment_type: FulfillmentType },
  delivery: DeliveryStatus | undefined,
  hasReturned: boolean,
): OrderStage {
  const isPickup = order.fulfillment_type === 'pickup';
  switch (order.status) {
    case 'draft':
    case 'pending_payment':
      return hasReturned ? 'confirming' : 'to_pay';
    case 'placed':
      return 'placed';
    case 'accepted':
    case 'preparing':
      return order.status;
    case 'ready':
      if (isPickup) return 'collect';
      if (delivery === 'assigned') return 'rider_coming';
      return delivery === 'arrived_at_store' ? 'rider_at_store' : 'waiting_rider';
    case 'awaiting_pickup':
      return 'collect';
    case 'in_delivery':
      return delivery === 'arrived_at_customer' ? 'at_the_door' : 'on_the_way';
    case 'completed':
      if (isPickup) return 'collected';
      return order.fulfillment_type === 'delivery' ? 'delivered' : 'served';
    default:
      return order.status;
  }
}

/** Whether nothing more will happen to the goods. */
export function isClosed(status: OrderStatus): boolean {
  return status === 'completed' || status === 'rejected' || status === 'cancelled' || status === 'expired';
}
