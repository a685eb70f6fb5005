import { Button, Card, Checkbox, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { ClockTime } from '../../components/clock-time.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import { useSetRush } from '../../queries/store/use-set-rush.ts';
import type { StoreDetail } from '../../queries/store/use-store-detail.ts';

/** The kitchen is behind: orders take longer for a while, or no delivery is taken; ends by itself. */
export function RushCard({ store }: { store: StoreDetail }) {
  const text = useText();
  const now = useNow();
  const { mutate, isPending } = useSetRush(store.id);
  const [hours, setHours] = useState(1);
  const [minutes, setMinutes] = useState<number | null>(15);
  const [isPaused, setPaused] = useState(false);
  const isRushing = store.rush_until !== null && Date.parse(store.rush_until) > now;
  return (
    <Card size="small" title={<h2 className="card-title">{text('rush.title')}</h2>} data-testid="rush-card">
      {isRushing ? (
        <Space wrap>
          <ToneTag tone="warning">{text('rush.on')}</ToneTag>
          <span>
            {text(store.is_rush_delivery_paused ? 'rush.is_paused' : 'rush.is_longer', {
              minutes: store.rush_extra_minutes,
            })}{' '}
            · {text('rush.until')} <ClockTime at={store.rush_until} /> (<RelativeTime at={store.rush_until} />
            )
          </span>
          <Button
            loading={isPending}
            data-testid="rush-end"
            onClick={() => mutate({ until: null, minutes: 0, isDeliveryPaused: false })}
          >
            {text('rush.end')}
          </Button>
        </Space>
      ) : (
        <Space wrap>
          <span>{text('rush.detail')}</span>
          <InputNumber
            min={0}
            max={180}
            precision={0}
            value={minutes}
            prefix="+"
            suffix={text('unit.minute')}
            aria-label={text('rush.minutes')}
            onChange={setMinutes}
          />
          <Select
            value={hours}
            aria-label={text('rush.for')}
            onChange={setHours}
            options={[1, 2, 3, 4].map((value) => ({ value, label: text('rush.hours', { amount: value }) }))}
          />
          <Checkbox checked={isPaused} onChange={(event) => setPaused(event.target.checked)}>
            {text('rush.pause_delivery')}
          </Checkbox>
          <Button
            loading={isPending}
            disabled={minutes === null}
            data-testid="rush-start"
            onClick={() =>
              mutate({
                until: new Date(Date.now() + hours * 3_600_000),
                minutes: minutes ?? 0,
                isDeliveryPaused: isPaused,
              })
            }
          >
            {text('rush.start')}
          </Button>
        </Space>
      )}
    </Card>
  );
}
