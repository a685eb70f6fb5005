import { OrderActions } from '../../components/order/order-actions.tsx';
import { OrderDrawer } from '../../components/order/order-drawer.tsx';
import { OrderAsks } from '../../components/store-order/order-asks.tsx';
import { useMay } from '../../components/use-may.ts';
import type { Worker } from '../../queries/booking/use-store-bookings.ts';
import { BookingPanel } from './booking-panel.tsx';

type Props = {
  storeId: string;
  orderId: string | undefined;
  workers: readonly Worker[];
  onClose: () => void;
};

/** The order of an appointment with who goes, another time, and the next step. */
export function BookingDrawer({ storeId, orderId, workers, onClose }: Props) {
  const mayEdit = useMay('bookings', 'edit');
  return (
    <OrderDrawer
      orderId={orderId}
      onClose={onClose}
      actions={(page) => (
        <>
          {page.booking && (
            <BookingPanel
              storeId={storeId}
              order={page.order}
              booking={page.booking}
              hasOpenAsk={page.requests.some((ask) => ask.status === 'open')}
              workers={workers}
              mayEdit={mayEdit}
            />
          )}
          {page.booking?.status !== 'done' && <OrderAsks page={page} mayAnswer={mayEdit} />}
          {mayEdit && <OrderActions order={page.order} actor="merchant" />}
        </>
      )}
    />
  );
}
