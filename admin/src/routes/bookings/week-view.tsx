import { Button } from 'antd';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { BookingRow } from '../../queries/booking/use-store-bookings.ts';
import { Agenda } from './agenda.tsx';

type Props = {
  days: readonly string[];
  today: string;
  rows: Map<string, BookingRow[]>;
  openId: string | undefined;
  onOpen: (orderId: string) => void;
  onDay: (day: string) => void;
};

/** Seven days side by side; a day's heading opens it. */
export function WeekView({ days, today, rows, openId, onOpen, onDay }: Props) {
  const text = useText();
  const locale = useLocale();
  const named = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <div className="booking-week" data-testid="bookings-week">
      {days.map((day) => {
        const list = rows.get(day) ?? [];
        return (
          <section key={day} className={day === today ? 'booking-day booking-today' : 'booking-day'}>
            <h2>
              <Button type="link" className="row-link" onClick={() => onDay(day)}>
                {named.format(new Date(`${day}T00:00:00Z`))}
              </Button>
              <span className="count tabular">{list.length}</span>
            </h2>
            {list.length === 0 ? (
              <p className="muted">{text('bookings.free_day')}</p>
            ) : (
              <Agenda rows={list} openId={openId} onOpen={onOpen} />
            )}
          </section>
        );
      })}
    </div>
  );
}
