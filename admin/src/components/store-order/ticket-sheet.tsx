import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { ClockTime } from '../clock-time.tsx';
import { OrderLines } from '../order/order-lines.tsx';

/** The order as a narrow ticket: only the paper sees it. Opens the browser's print dialog at once. */
export function TicketSheet({ page, onDone }: { page: OrderPage; onDone: () => void }) {
  const text = useText();
  const locale = useLocale();
  const { order, contact } = page;
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true });
    const timer = setTimeout(() => window.print(), 50);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  return createPortal(
    <section className="ticket" data-testid="ticket">
      <h1>
        #{order.number.slice(-4)} {text(`fulfillment_type.${order.fulfillment_type}`)}
      </h1>
      <p>{localName(page.store, locale)}</p>
      <p>
        {text('order.placed_at')} <ClockTime at={order.placed_at} /> · {text('order.promised')}{' '}
        <ClockTime at={order.slot_starts_at ?? order.dropoff_expected_at ?? order.pickup_expected_at} />
      </p>
      {order.table_label !== null && <p>{order.table_label}</p>}
      <OrderLines page={page} />
      {order.note !== '' && <p className="ticket-note">{order.note}</p>}
      {contact && (
        <p>
          {contact.contact_name} {contact.contact_phone} {contact.street}
        </p>
      )}
      <p>{order.number}</p>
    </section>,
    document.body,
  );
}
