import { useClock } from '../../components/use-clock.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { BookingRow } from '../../queries/booking/use-store-bookings.ts';
import { BookingTag } from './booking-tag.tsx';

type Props = {
  row: BookingRow;
  isOpen: boolean;
  onOpen: (orderId: string) => void;
  /** Says who goes, where the place does not say so. */
  hasWorker?: boolean;
};

/** One appointment as a button: when, what, for whom, where, who goes. */
export function BookingEntry({ row, isOpen, onOpen, hasWorker = false }: Props) {
  const text = useText();
  const locale = useLocale();
  const clock = useClock();
  const what = row.items
    .map((item) => `${localName(item, locale)}${item.quantity > 1 ? ` ×${item.quantity}` : ''}`)
    .join('、');
  const where =
    row.fulfillment_type === 'dine_in'
      ? [row.table_label, row.party_size !== null && text('bookings.party', { amount: row.party_size })]
          .filter(Boolean)
          .join(' · ')
      : row.contact?.street;
  return (
    <button
      type="button"
      className={`booking-entry ${isOpen ? 'booking-open' : ''}`}
      data-testid="booking-open"
      data-status={row.status}
      onClick={() => onOpen(row.order_id)}
    >
      <span className="booking-head">
        <strong className="tabular">
          {clock(row.starts_at)}–{clock(row.ends_at)}
        </strong>
        <BookingTag row={row} />
      </span>
      <span className="booking-what">{what}</span>
      <span className="muted">
        {[row.contact?.name, where].filter(Boolean).join(' · ') || row.order_number}
      </span>
      {hasWorker && (
        <span className={row.worker_id === null ? 'booking-open-place' : 'muted'}>
          {row.worker_id === null
            ? text('bookings.unassigned')
            : text('bookings.goes', { name: row.worker_name ?? '–' })}
        </span>
      )}
    </button>
  );
}
