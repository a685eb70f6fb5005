import { Button, Space } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { useOrderTrail } from '../../queries/order/use-order-trail.ts';
import { OrderDispatch } from '../dispatch/order-dispatch.tsx';
import { OrderActions } from '../order/order-actions.tsx';
import { useMay } from '../use-may.ts';
import { CancelQuestion } from './cancel-question.tsx';
import { DispatchWhy } from './dispatch-why.tsx';
import { OrderLedger } from './order-ledger.tsx';
import { OrderRefunds } from './order-refunds.tsx';
import { OrderTrail } from './order-trail.tsx';
import { RefundModal } from './refund-modal.tsx';

/** The means by which ops step in: commands, another rider, money back. */
export function OpsOrderActions({ page }: { page: OrderPage }) {
  const text = useText();
  const city = useCity();
  const mayRefund = useMay('refunds', 'edit');
  const refundable = useOrderTrail(page.order.id).data?.refundable_cents ?? 0;
  const [isRefunding, setRefunding] = useState(false);
  const { order } = page;
  const isOpen = order.placed_at !== null && order.closed_at === null;
  return (
    <>
      <CancelQuestion page={page} />
      <OrderActions order={order} actor="ops" size="middle" />
      {mayRefund && isOpen && refundable > 0 && (
        <Space>
          <Button data-testid="order-refund" onClick={() => setRefunding(true)}>
            {text('refund.open')}
          </Button>
        </Space>
      )}
      {page.delivery && <OrderDispatch cityId={city.id} orderId={order.id} />}
      {isRefunding && <RefundModal page={page} onClose={() => setRefunding(false)} />}
    </>
  );
}

/** What ops see of an order that others do not: refunds, the rider's reasons, the ledger, the trail. */
export function OpsOrderMore({ page }: { page: OrderPage }) {
  const city = useCity();
  const { id, currency } = page.order;
  return (
    <>
      <OrderRefunds orderId={id} currency={currency} />
      {page.delivery && <DispatchWhy cityId={city.id} orderId={id} deliveryId={page.delivery.id} />}
      <OrderLedger orderId={id} />
      <OrderTrail orderId={id} currency={currency} />
    </>
  );
}
