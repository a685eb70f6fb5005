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
