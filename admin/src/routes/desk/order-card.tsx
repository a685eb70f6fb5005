import { CarOutlined, ShoppingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { ClockTime } from '../../components/clock-time.tsx';
import { Money } from '../../components/money.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { DeliveryStatusTag, OrderStatusTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { DeskOrder } from '../../queries/order/use-desk-orders.ts';
import { Countdown } from './countdown.tsx';

type Props = { order: DeskOrder; isActive: boolean; onOpen: () => void; children: ReactNode };

/** One order on the counter: number, what to make, until when, and the next step. */
export function OrderCard({ order, isActive, onOpen, children }: Props) {
  const text = useText();
  const locale = useLocale();
  const pieces = order.items.reduce((sum, item) => sum + item.quantity, 0);
  return (
    <article
      id={`order-${order.id}`}
      className={isActive ? 'order-card order-card-active' : 'order-card'}
      data-testid="desk-order"
      data-order-id={order.id}
      data-number={order.number}
      data-status={order.status}
    >
      <button type="button" className="order-card-body" onClick={onOpen} data-testid="desk-order-open">
        <span className="order-card-head">
          <strong className="order-number tabular" title={order.number}>
            #{order.number.slice(-4)}
          </strong>
          <span className="order-way">
            {order.fulfillment_type === 'delivery' ? (
              <CarOutlined aria-hidden />
            ) : (
              <ShoppingOutlined aria-hidden />
            )}
            {text(`fulfillment_type.${order.fulfillment_type}`)}
          </span>
          <span className="push" />
          {order.status === 'placed' ? (
            <Countdown until={order.due_at} />
          ) : (
            <OrderStatusTag status={order.status} />
          )}
        </span>
        <span className="order-card-items">
          {order.items.map((item, index) => (
            <span key={index}>
              <b className="tabular">{item.quantity}×</b> {localName(item, locale)}
              {item.note !== '' && <em className="note">{item.note}</em>}
            </span>
          ))}
        </span>
        {order.note !== '' && <span className="note">{order.note}</span>}
        <span className="order-card-foot">
          <span className="muted">
            <RelativeTime at={order.placed_at} /> · {text('desk.pieces', { amount: pieces })}
          </span>
          <Money cents={order.total_cents} currency={order.currency} strong />
        </span>
        {(order.status === 'accepted' || order.status === 'preparing') && (
          <span className="muted">
            {text('desk.ready_by')} <ClockTime at={order.preparation_expected_at} />
          </span>
        )}
        {order.delivery && <DeliveryStatusTag status={order.delivery.status} />}
      </button>
      {children}
    </article>
  );
}
