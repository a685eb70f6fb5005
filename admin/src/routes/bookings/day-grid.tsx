import type { CSSProperties } from 'react';
import { hoursOf, minuteOfDay, packColumns } from '../../lib/booking-grid.ts';
import { useText } from '../../providers/use-text.ts';
import { useSlots } from '../../queries/booking/use-slots.ts';
import type { BookingRow, Worker } from '../../queries/booking/use-store-bookings.ts';
import { BookingEntry } from './booking-entry.tsx';
import { SlotColumn } from './slot-column.tsx';

type Props = {
  storeId: string;
  day: string;
  timeZone: string;
  rows: readonly BookingRow[];
  workers: readonly Worker[];
  openId: string | undefined;
  onOpen: (orderId: string) => void;
};

/** Height of an hour, in pixels: an appointment of half an hour still shows two lines. */
const hourHeight = 88;

/** A day as lanes: what nobody goes to yet, then who goes; beside the hours what is still free. */
export function DayGrid({ storeId, day, timeZone, rows, workers, openId, onOpen }: Props) {
  const text = useText();
  const onSite = useSlots(storeId, 'on_site', day).data ?? [];
  const atStore = useSlots(storeId, 'dine_in', day).data ?? [];
  // Slots of a way for which the store counts nothing say nothing.
  const slots = [onSite, atStore].map((list) => list.filter((slot) => slot.left_count !== null));
  const { from, to } = hoursOf([...rows, ...slots.flat()], day, timeZone);
  const top = (at: string): number => ((minuteOfDay(at, day, timeZone) - from * 60) / 60) * hourHeight;
  const place = (span: { starts_at: string; ends_at: string }): CSSProperties => ({
    insetBlockStart: top(span.starts_at),
    height: Math.max(44, top(span.ends_at) - top(span.starts_at)) - 2,
  });
  const lanes = [
    { id: null, name: text('bookings.unassigned') },
    ...workers.map((worker) => ({ id: worker.user_id as string | null, name: worker.name })),
  ];
  const hours = Array.from({ length: to - from }, (_, index) => from + index);
  return (
    <div className="day-grid" data-testid="bookings-grid">
      <div className="day-hours" style={{ height: hours.length * hourHeight }}>
        {hours.map((hour) => (
          <span key={hour} className="tabular" style={{ insetBlockStart: (hour - from) * hourHeight }}>
            {String(hour % 24).padStart(2, '0')}:00
          </span>
        ))}
      </div>
      {(['on_site', 'dine_in'] as const).map((way, index) => (
        <SlotColumn
          key={way}
          title={text(way === 'on_site' ? 'bookings.free_on_site' : 'bookings.free_at_store')}
          slots={slots[index] ?? []}
          place={place}
        />
      ))}
      {lanes.map((lane) => (
        <section key={lane.id ?? 'none'} className="day-lane" aria-label={lane.name}>
          <h2>{lane.name}</h2>
          <div
            className="day-lane-body"
            style={{ height: hours.length * hourHeight, backgroundSize: `100% ${hourHeight}px` }}
          >
            {packColumns(rows.filter((row) => row.worker_id === lane.id)).map(({ row, column, columns }) => (
              <div
                key={row.id}
                className="day-place"
                style={{
                  ...place(row),
                  insetInlineStart: `${(column / columns) * 100}%`,
                  width: `${100 / columns}%`,
                }}
              >
                <BookingEntry row={row} isOpen={row.order_id === openId} onOpen={onOpen} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
