import type { BookingRow } from '../../queries/booking/use-store-bookings.ts';
import { BookingEntry } from './booking-entry.tsx';

type Props = {
  rows: readonly BookingRow[];
  openId: string | undefined;
  onOpen: (orderId: string) => void;
};

/** Appointments one below the other, by time. */
export function Agenda({ rows, openId, onOpen }: Props) {
  return (
    <ul className="bare-list agenda">
      {rows.map((row) => (
        <li key={row.id}>
          <BookingEntry row={row} isOpen={row.order_id === openId} onOpen={onOpen} hasWorker />
        </li>
      ))}
    </ul>
  );
}
