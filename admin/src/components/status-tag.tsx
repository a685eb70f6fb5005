import type { Enums } from '@linli/database';
import { Tag } from 'antd';
import { useText } from '../providers/use-text.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'quiet' | 'accent';

const orderTones: Record<Enums<'order_status'>, Tone> = {
  draft: 'quiet',
  pending_payment: 'quiet',
  placed: 'accent',
  accepted: 'info',
  preparing: 'info',
  ready: 'warning',
  in_delivery: 'success',
  in_service: 'success',
  awaiting_pickup: 'warning',
  completed: 'quiet',
  rejected: 'danger',
  cancelled: 'danger',
  expired: 'danger',
};

const deliveryTones: Record<Enums<'delivery_status'>, Tone> = {
  unassigned: 'warning',
  offered: 'accent',
  assigned: 'info',
  arrived_at_store: 'info',
  picked_up: 'success',
  arrived_at_customer: 'success',
  delivered: 'quiet',
  failed: 'danger',
  cancelled: 'danger',
};

/** A word on a quiet ground of its meaning. */
export function ToneTag({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <Tag variant="filled" className={`tone tone-${tone}`}>
      {children}
    </Tag>
  );
}

export function OrderStatusTag({ status }: { status: Enums<'order_status'> }) {
  const text = useText();
  return <ToneTag tone={orderTones[status]}>{text(`order_status.${status}`)}</ToneTag>;
}

export function DeliveryStatusTag({ status }: { status: Enums<'delivery_status'> }) {
  const text = useText();
  return <ToneTag tone={deliveryTones[status]}>{text(`delivery_status.${status}`)}</ToneTag>;
}
