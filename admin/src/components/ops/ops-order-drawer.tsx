import { useCity } from '../../app/workspace.ts';
import { OrderDispatch } from '../dispatch/order-dispatch.tsx';
import { OrderActions } from '../order/order-actions.tsx';
import { OrderDrawer } from '../order/order-drawer.tsx';
import { DispatchWhy } from './dispatch-why.tsx';
import { OrderLedger } from './order-ledger.tsx';

/** An order as ops see it: with its rider's reasons, its money, and the means to step in. */
export function OpsOrderDrawer({ orderId, onClose }: { orderId: string | undefined; onClose: () => void }) {
  const city = useCity();
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
    />
  );
}
