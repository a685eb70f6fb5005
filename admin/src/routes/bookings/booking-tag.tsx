import { ToneTag, type Tone } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import type { BookingRow } from '../../queries/booking/use-store-bookings.ts';

const tones: Record<BookingRow['status'], Tone> = {
  requested: 'accent',
  confirmed: 'info',
  in_service: 'success',
  done: 'quiet',
  no_show: 'danger',
  cancelled: 'quiet',
};

/** The state of an appointment; while it has not begun, an open question for another time comes first. */
export function BookingTag({ row }: { row: Pick<BookingRow, 'status' | 'proposed_at'> }) {
  const text = useText();
  const isOpen = row.status === 'requested' || row.status === 'confirmed';
  return isOpen && row.proposed_at !== null ? (
    <ToneTag tone="warning">{text('bookings.waits')}</ToneTag>
  ) : (
    <ToneTag tone={tones[row.status]}>{text(`booking_status.${row.status}`)}</ToneTag>
  );
}
