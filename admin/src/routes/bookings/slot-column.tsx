import type { CSSProperties } from 'react';
import { useClock } from '../../components/use-clock.ts';
import { useText } from '../../providers/use-text.ts';
import type { Slot } from '../../queries/booking/use-slots.ts';

type Props = { title: string; slots: readonly Slot[]; place: (slot: Slot) => CSSProperties };

/** What is still free in each slot of the day; nothing where the store counts nothing. */
export function SlotColumn({ title, slots, place }: Props) {
  const text = useText();
  const clock = useClock();
  if (slots.length === 0) return null;
  return (
    <section className="day-lane day-slots" aria-label={title}>
      <h2>{title}</h2>
      <ul className="bare-list day-lane-body">
        {slots.map((slot) => (
          <li
            key={slot.starts_at}
            className={slot.left_count === 0 ? 'slot-none-left tabular' : 'tabular'}
            style={place(slot)}
          >
            {clock(slot.starts_at)}{' '}
            {slot.left_count === 0
              ? text('bookings.full')
              : text('bookings.left', { amount: slot.left_count ?? 0 })}
          </li>
        ))}
      </ul>
    </section>
  );
}
