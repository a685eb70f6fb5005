import { Input, Modal, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { useClock } from '../../components/use-clock.ts';
import { dayIn } from '../../lib/day-time.ts';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';
import { useBookingCommands } from '../../queries/booking/use-booking-commands.ts';
import { useSlots, type BookingWay } from '../../queries/booking/use-slots.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';

type Props = { storeId: string; order: OrderPage['order']; startsAt: string; onClose: () => void };

/** Asks the customer for another time; nothing moves before the answer. */
export function RescheduleModal({ storeId, order, startsAt, onClose }: Props) {
  const text = useText();
  const clock = useClock();
  const { city } = useStore();
  const { propose } = useBookingCommands(order.id);
  const [day, setDay] = useState(dayIn(new Date(startsAt), city.timezone));
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const slots = useSlots(storeId, order.fulfillment_type as BookingWay, day);
  const free = slots.data?.filter((slot) => slot.is_available) ?? [];
  const confirm = (): void => {
    if (chosen === undefined) return;
    // What went wrong has been shown by the command; the dialog stays for another try.
    propose.send(chosen).then(onClose, () => undefined);
  };
  return (
    <Modal
      open
      title={text('bookings.move')}
      okText={text('bookings.ask')}
      okButtonProps={{ disabled: chosen === undefined, loading: propose.busy, ...testId('move-confirm') }}
      onOk={confirm}
      onCancel={onClose}
      width={460}
    >
      <p>{text('bookings.move_detail')}</p>
      <Input
        type="date"
        className="report-day"
        aria-label={text('field.date')}
        value={day}
        min={dayIn(new Date(), city.timezone)}
        data-testid="move-day"
        onChange={(event) => {
          setDay(event.target.value);
          setChosen(undefined);
        }}
      />
      {slots.isError ? (
        <ErrorState error={slots.error} onRetry={() => void slots.refetch()} />
      ) : slots.data === undefined ? (
        <Skeleton active paragraph={{ rows: 3 }} />
      ) : free.length === 0 ? (
        <p className="muted">{text('bookings.no_slots')}</p>
      ) : (
        <Radio.Group
          className="slot-choice"
          optionType="button"
          aria-label={text('bookings.when')}
          value={chosen}
          onChange={(event) => setChosen(event.target.value as string)}
          options={free.map((slot) => ({
            value: slot.starts_at,
            label: (
              <span className="tabular" data-testid="move-slot">
                {clock(slot.starts_at)}
              </span>
            ),
            disabled: Date.parse(slot.starts_at) === Date.parse(startsAt),
          }))}
        />
      )}
    </Modal>
  );
}
