import { CalendarOutlined } from '@ant-design/icons';
import { Button, Descriptions, Select } from 'antd';
import { useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { useClock } from '../../components/use-clock.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useBookingCommands } from '../../queries/booking/use-booking-commands.ts';
import type { Worker } from '../../queries/booking/use-store-bookings.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { BookingTag } from './booking-tag.tsx';
import { RescheduleModal } from './reschedule-modal.tsx';

type Props = {
  storeId: string;
  order: OrderPage['order'];
  booking: NonNullable<OrderPage['booking']>;
  /** The customer is being asked something already. */
  hasOpenAsk: boolean;
  workers: readonly Worker[];
  mayEdit: boolean;
};

/** When the appointment is and what it needs; who goes, and another time, while it has not begun. */
export function BookingPanel({ storeId, order, booking, hasOpenAsk, workers, mayEdit }: Props) {
  const text = useText();
  const locale = useLocale();
  const clock = useClock();
  const { city } = useStore();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: city.timezone });
  const { assign } = useBookingCommands(order.id);
  const [isMoving, setMoving] = useState(false);
  const isOpen = booking.status === 'requested' || booking.status === 'confirmed';
  const nameOf = (id: string | null): string => workers.find((worker) => worker.user_id === id)?.name ?? '–';
  return (
    <section className="booking-panel" data-testid="booking-panel" data-status={booking.status}>
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          {
            key: 'when',
            label: text('bookings.when'),
            children: (
              <span>
                {day.format(new Date(booking.starts_at))} {clock(booking.starts_at)}–{clock(booking.ends_at)}{' '}
                <BookingTag row={{ status: booking.status, proposed_at: null }} />
              </span>
            ),
          },
          ...(booking.skill === null
            ? []
            : [{ key: 'skill', label: text('bookings.skill'), children: booking.skill }]),
          ...(booking.party_size === null
            ? []
            : [
                {
                  key: 'party',
                  label: text('bookings.guests'),
                  children: text('bookings.party', { amount: booking.party_size }),
                },
              ]),
          {
            key: 'worker',
            label: text('bookings.worker'),
            children:
              mayEdit && isOpen ? (
                <Select
                  className="booking-worker"
                  aria-label={text('bookings.worker')}
                  placeholder={text('bookings.choose_worker')}
                  loading={assign.busy}
                  value={booking.worker_id ?? undefined}
                  options={workers.map((worker) => ({ value: worker.user_id, label: worker.name }))}
                  data-testid="booking-worker"
                  // What went wrong has been shown by the command; the choice stays as it was.
                  onChange={(id: string) => void assign.send(id).catch(() => undefined)}
                />
              ) : (
                nameOf(booking.worker_id)
              ),
          },
        ]}
      />
      {mayEdit && isOpen && (
        <div>
          <Button
            icon={<CalendarOutlined />}
            disabled={hasOpenAsk}
            data-testid="booking-move"
            onClick={() => setMoving(true)}
          >
            {text('bookings.move')}
          </Button>
        </div>
      )}
      {isMoving && (
        <RescheduleModal
          storeId={storeId}
          order={order}
          startsAt={booking.starts_at}
          onClose={() => setMoving(false)}
        />
      )}
    </section>
  );
}
