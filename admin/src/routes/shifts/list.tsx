import type { Tables } from '@linli/database';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useList } from '@refinedev/core';
import { Button, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { useClock } from '../../components/use-clock.ts';
import { useMay } from '../../components/use-may.ts';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { byDay, mondayOf, weekFrom } from '../../lib/shift-week.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useZones } from '../../queries/dispatch/use-zones.ts';
import { NewSlotsDrawer } from './new-slots-drawer.tsx';
import { SlotDrawer } from './slot-drawer.tsx';

export type ShiftSlot = Tables<'rider_shift_slots'>;

/** The week's shifts: hours for which each zone wants riders, how many, and who signed up. */
export default function ShiftsPage() {
  const text = useText();
  const locale = useLocale();
  const clock = useClock();
  const { id: cityId, timezone } = useCity();
  const may = useMay('shifts', 'edit');
  const zones = useZones(cityId).data ?? [];
  const today = dayIn(new Date(), timezone);
  const [monday, setMonday] = useState(() => mondayOf(today));
  const [open, setOpen] = useState<ShiftSlot | 'new' | undefined>(undefined);
  const { query } = useList<ShiftSlot>({
    resource: 'rider_shift_slots',
    filters: [
      { field: 'zone_id', operator: 'in', value: zones.map(({ id }) => id) },
      { field: 'starts_at', operator: 'gte', value: startOfDay(monday, timezone).toISOString() },
      { field: 'starts_at', operator: 'lt', value: startOfDay(addDays(monday, 7), timezone).toISOString() },
    ],
    sorters: [{ field: 'starts_at', order: 'asc' }],
    pagination: { mode: 'off' },
    queryOptions: { enabled: zones.length > 0 },
  });
  const slots = query.data?.data;
  const days = byDay(slots ?? [], timezone);
  const dayName = (day: string): string =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(day));
  const zoneName = (id: string): string => {
    const zone = zones.find((one) => one.id === id);
    return zone ? localName(zone, locale) : '–';
  };
  return (
    <Page
      title={text('screen.shifts')}
      lead={text('shifts.lead')}
      actions={
        may && (
          <Button
            type="primary"
            data-testid="slot-add"
            disabled={zones.length === 0}
            onClick={() => setOpen('new')}
          >
            {text('shifts.add')}
          </Button>
        )
      }
    >
      <div className="filters">
        <Space.Compact>
          <Button
            icon={<LeftOutlined />}
            aria-label={text('shifts.before')}
            onClick={() => setMonday(addDays(monday, -7))}
          />
          <Button onClick={() => setMonday(mondayOf(today))}>{text('shifts.this_week')}</Button>
          <Button
            icon={<RightOutlined />}
            aria-label={text('shifts.after')}
            onClick={() => setMonday(addDays(monday, 7))}
          />
        </Space.Compact>
        <strong className="tabular">
          {dayName(monday)} – {dayName(addDays(monday, 6))}
        </strong>
      </div>
      {query.isError && slots === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {slots === undefined && !query.isError && <Skeleton active paragraph={{ rows: 6 }} />}
      {slots?.length === 0 && <EmptyState title={text('shifts.none')} hint={text('shifts.none_hint')} />}
      {slots !== undefined && slots.length > 0 && (
        <div className="week" data-testid="shift-week">
          {weekFrom(monday).map((day) => (
            <section key={day} className={day === today ? 'week-day week-today' : 'week-day'}>
              <h2>{dayName(day)}</h2>
              <ul>
                {days.get(day)?.map((slot) => {
                  const left = slot.capacity - slot.booked_count;
                  return (
                    <li key={slot.id}>
                      <button
                        type="button"
                        className={left === 0 ? 'slot slot-full' : 'slot'}
                        data-testid="shift-slot"
                        onClick={() => setOpen(slot)}
                      >
                        <strong className="tabular">
                          {clock(slot.starts_at)}–{clock(slot.ends_at)}
                        </strong>
                        <span className="clip">{zoneName(slot.zone_id)}</span>
                        <span className="tabular muted">
                          {text('shifts.booked', { booked: slot.booked_count, capacity: slot.capacity })}
                        </span>
                      </button>
                    </li>
                  );
                })}
              </ul>
            </section>
          ))}
        </div>
      )}
      <NewSlotsDrawer
        isOpen={open === 'new'}
        zones={zones}
        firstDay={monday < today ? today : monday}
        onClose={() => setOpen(undefined)}
      />
      <SlotDrawer
        slot={open === 'new' ? undefined : open}
        title={
          open && open !== 'new'
            ? `${zoneName(open.zone_id)} ${clock(open.starts_at)}–${clock(open.ends_at)}`
            : ''
        }
        onClose={() => setOpen(undefined)}
      />
    </Page>
  );
}
