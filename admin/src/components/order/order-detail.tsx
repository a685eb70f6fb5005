import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { localName } from '../../lib/local-name.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { useOrderPage, type OrderPage } from '../../queries/order/use-order-page.ts';
import { ErrorState } from '../error-state.tsx';
import { OrderStatusTag } from '../status-tag.tsx';
import { OrderDelivery } from './order-delivery.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderPayment } from './order-payment.tsx';
import { OrderTimeline } from './order-timeline.tsx';

type Props = {
  orderId: string;
  /** Buttons for the order's state, above its details. */
  actions?: (page: OrderPage) => ReactNode;
  /** Further sections for those who may see more. */
  more?: (page: OrderPage) => ReactNode;
};

/** An order with all that its reader may see, live. */
export function OrderDetail({ orderId, actions, more }: Props) {
  const text = useText();
  const locale = useLocale();
  const query = useOrderPage(orderId);
  useLiveRefresh(`order:${orderId}`, [
    orderKeys.page(orderId),
    orderKeys.ledger(orderId),
    orderKeys.trail(orderId),
  ]);
  if (query.isError && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const page = query.data;
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('order.title')}
      // Reached by keyboard, so that it can be scrolled.
      tabIndex={0}
      data-testid="order-drawer"
    >
      <div className="order-head" data-testid="order-status" data-status={page.order.status}>
        <OrderStatusTag status={page.order.status} />
        <h2 className="tabular">{page.order.number}</h2>
        <span className="muted">{localName(page.store, locale)}</span>
      </div>
      {actions?.(page)}
      <OrderDelivery page={page} />
      <section>
        <h3>{text('order.items')}</h3>
        <OrderLines page={page} />
        <OrderPayment page={page} />
      </section>
      {more?.(page)}
      <section>
        <h3>{text('order.timeline')}</h3>
        <OrderTimeline page={page} />
      </section>
    </div>
  );
}
