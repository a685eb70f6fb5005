import { useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { Money } from '../money.tsx';

/** How the order was paid, and what went back. The store is not shown the payment itself. */
export function OrderPayment({ page }: { page: OrderPage }) {
  const text = useText();
  const { payment, order } = page;
  if (payment === null) return null;
  return (
    <p className="muted order-payment">
      {text(`payment_provider.${payment.provider}`)} · {text(`payment_status.${payment.status}`)}
      {payment.refunded_cents > 0 && (
        <>
          {' '}
          · {text('order.refunded')} <Money cents={payment.refunded_cents} currency={order.currency} />
        </>
      )}
    </p>
  );
}
