import { useCity } from '../../app/workspace.ts';
import { OrderDispatch } from '../dispatch/order-dispatch.tsx';
import { OrderActions } from '../order/order-actions.tsx';
import { OrderDrawer } from '../order/order-drawer.tsx';
import { DispatchWhy } from './dispatch-why.tsx';
import { OrderLedger } from './order-ledger.tsx';
import { ExpandOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useText } from '../../providers/use-text.ts';
import { OrderDrawer } from '../order/order-drawer.tsx';
import { OpsOrderActions, OpsOrderMore } from './ops-order.tsx';

/** An order as ops see it, beside its list. */
export function OpsOrderDrawer({ orderId, onClose }: { orderId: string | undefined; onClose: () => void }) {
  const text = useText();
  return (
    <OrderDrawer
      orderId={orderId}
      onClose={onClose}
      actions={(page) => (
        <>
          <OrderActions order={page.order} actor="ops" size="middle" />
          {page.delivery && <OrderDispatch cityId={city.id} orderId={page.order.id} />}
        </>
      )}
      more={(page) => (
        <>
          {page.delivery && (
            <DispatchWhy cityId={city.id} orderId={page.order.id} deliveryId={page.delivery.id} />
          )}
          <OrderLedger orderId={page.order.id} />
        </>
      )}
      extra={
        <Link
          to={`/orders/${orderId ?? ''}`}
          aria-label={text('order.own_page')}
          data-testid="order-page-link"
        >
          <ExpandOutlined />
        </Link>
      }
      actions={(page) => <OpsOrderActions page={page} />}
      more={(page) => <OpsOrderMore page={page} />}
    />
  );
}
