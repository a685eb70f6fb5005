import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { useText } from '../../providers/use-text.ts';
import { OrderDetail } from './order-detail.tsx';

type Props = {
  orderId: string | undefined;
  onClose: () => void;
  /** Beside the heading. */
  extra?: ReactNode;
  /** Buttons for the order's state, above its details. */
  actions?: (page: OrderPage) => ReactNode;
  /** Further sections for those who may see more. */
  more?: (page: OrderPage) => ReactNode;
};

/** The order beside its list: the list stays usable, so J and K walk from order to order. */
export function OrderDrawer({ orderId, onClose, extra, actions, more }: Props) {
  const text = useText();
  return (
    <Drawer
      open={orderId !== undefined}
      onClose={onClose}
      mask={false}
      size={460}
      title={text('order.title')}
      extra={extra}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {orderId !== undefined && <OrderDetail key={orderId} orderId={orderId} actions={actions} more={more} />}
    </Drawer>
  );
}
