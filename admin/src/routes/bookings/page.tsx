import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Grid, Input, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { byDay, mondayOf, weekFrom } from '../../lib/shift-week.ts';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useText } from '../../providers/use-text.ts';
import { useStoreBookings } from '../../queries/booking/use-store-bookings.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { Agenda } from './agenda.tsx';
import { BookingDrawer } from './booking-drawer.tsx';
import { DayGrid } from './day-grid.tsx';
import { WeekView } from './week-view.tsx';

type View = 'day' | 'week';

/** Appointments of the store: who goes where when, and what is still free; live. */
export default function BookingsPage() {
  const text = useText();
  const { store, city } = useStore();
  const isWide = Grid.useBreakpoint().md ?? true;
  const [params, setParams] = useSearchParams();
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const today = dayIn(new Date(), city.timezone);
  const day = params.get('day') ?? today;
  const view: View = params.get('view') === 'week' ? 'week' : 'day';
  const days = view === 'week' ? weekFrom(mondayOf(day)) : [day];
  const first = days[0] ?? day;
  const bookings = useStoreBookings(
    store.id,
    startOfDay(first, city.timezone).toISOString(),
    startOfDay(addDays(first, days.length), city.timezone).toISOString(),
  );
  useLiveRefresh(`store:${store.id}`, [orderKeys.bookings(store.id)]);
  const go = (next: { day?: string; view?: View }): void =>
    setParams({ day: next.day ?? day, view: next.view ?? view }, { replace: true });
  // What was called off is no appointment any more.
  const rows = bookings.data?.bookings.filter((row) => row.status !== 'cancelled') ?? [];
  const step = days.length;
  return (
    <Page
      title={text('screen.bookings')}
      lead={text('bookings.lead')}
      actions={
        <>
          <Button
            icon={<LeftOutlined />}
            aria-label={text('bookings.before')}
            data-testid="bookings-before"
            onClick={() => go({ day: addDays(first, -step) })}
          />
          <Input
            type="date"
            className="report-day"
            aria-label={text('field.date')}
            value={day}
            data-testid="bookings-day"
            onChange={(event) => event.target.value !== '' && go({ day: event.target.value })}
          />
          <Button
            icon={<RightOutlined />}
            aria-label={text('bookings.after')}
            data-testid="bookings-after"
            onClick={() => go({ day: addDays(first, step) })}
          />
          <Button disabled={day === today} data-testid="bookings-today" onClick={() => go({ day: today })}>
            {text('bookings.today')}
          </Button>
          <Segmented<View>
            aria-label={text('bookings.view')}
            value={view}
            onChange={(next) => go({ view: next })}
            options={(['day', 'week'] as const).map((value) => ({
              value,
              label: <span data-testid={`bookings-view-${value}`}>{text(`bookings.view_${value}`)}</span>,
            }))}
          />
        </>
      }
    >
      {bookings.isError && bookings.data === undefined ? (
        <ErrorState error={bookings.error} onRetry={() => void bookings.refetch()} />
      ) : bookings.data === undefined ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : view === 'week' ? (
        <WeekView
          days={days}
          today={today}
          rows={byDay(rows, city.timezone)}
          openId={openId}
          onOpen={setOpenId}
          onDay={(next) => go({ day: next, view: 'day' })}
        />
      ) : isWide ? (
        <DayGrid
          storeId={store.id}
          day={day}
          timeZone={city.timezone}
          rows={rows}
          workers={bookings.data.workers}
          openId={openId}
          onOpen={setOpenId}
        />
      ) : rows.length === 0 ? (
        <EmptyState title={text('bookings.none')} hint={text('bookings.none_hint')} />
      ) : (
        <Agenda rows={rows} openId={openId} onOpen={setOpenId} />
      )}
      <BookingDrawer
        storeId={store.id}
        orderId={openId}
        workers={bookings.data?.workers ?? []}
        onClose={() => setOpenId(undefined)}
      />
    </Page>
  );
}
