import { Button, Card, Space } from 'antd';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ClockTime } from '../../components/clock-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import { useCloseStore } from '../../queries/store/use-close-store.ts';
import type { StoreDetail } from '../../queries/store/use-store-detail.ts';

/** Closes the store for a while; it opens again by itself. */
export function ClosingCard({ store, timeZone }: { store: StoreDetail; timeZone: string }) {
  const text = useText();
  const now = useNow();
  const { mutate, isPending } = useCloseStore(store.id);
  const isClosed = store.closed_until !== null && Date.parse(store.closed_until) > now;
  const minutesFromNow = (amount: number) => () => new Date(Date.now() + amount * 60_000);
  const choices = [
    { label: text('closing.minutes_30'), until: minutesFromNow(30) },
    { label: text('closing.hours_1'), until: minutesFromNow(60) },
    { label: text('closing.hours_2'), until: minutesFromNow(120) },
    {
      label: text('closing.today'),
      until: () => startOfDay(addDays(dayIn(new Date(), timeZone), 1), timeZone),
    },
  ];
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{text('closing.title')}</h2>}
      data-testid="closing-card"
    >
      {isClosed ? (
        <Space wrap>
          <ToneTag tone="danger">{text('closing.closed')}</ToneTag>
          <span>
            {text('closing.until')} <ClockTime at={store.closed_until} /> (
            <RelativeTime at={store.closed_until} />)
          </span>
          <Button type="primary" loading={isPending} data-testid="store-reopen" onClick={() => mutate(null)}>
            {text('closing.reopen')}
          </Button>
        </Space>
      ) : (
        <Space wrap>
          <span>{text('closing.detail')}</span>
          {choices.map(({ label, until }) => (
            <Button key={label} loading={isPending} data-testid="store-close" onClick={() => mutate(until())}>
              {label}
            </Button>
          ))}
        </Space>
      )}
    </Card>
  );
}
