import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useClient } from '../../app/services.ts';
import { clock, overlappingDays, type HourRange } from '../../lib/store-hours.ts';
import { week } from '../../components/use-weekday-text.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { saveStoreHours } from '../../queries/store/save-store-hours.ts';
import { hoursKey, type HourRow } from '../../queries/store/use-store-hours.ts';

type Props = { storeId: string; timeZone: string; stored: readonly HourRow[] };

/** Any number of ranges a day; one that ends at or before its start runs into the night. */
export function HoursForm({ storeId, timeZone, stored }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const client = useClient();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [ranges, setRanges] = useState<HourRange[]>(() =>
    stored.map((row) => ({
      weekday: row.weekday,
      opens_at: clock(row.opens_at),
      closes_at: clock(row.closes_at),
    })),
  );
  const save = useMutation({
    mutationFn: () => saveStoreHours(client, storeId, stored, ranges),
    onSuccess: () => void message.success(text('state.saved')),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: hoursKey(storeId) }),
  });
  const dayName = (weekday: number): string =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2023, 0, 1 + weekday),
    );
  const overlaps = overlappingDays(ranges);
  const incomplete = ranges.some((range) => range.opens_at === '' || range.closes_at === '');
  const change = (range: HourRange, part: Partial<HourRange>): void =>
    setRanges((all) => all.map((known) => (known === range ? { ...known, ...part } : known)));

  return (
    <div className="hours">
      <p className="muted">{text('hours.lead', { zone: timeZone })}</p>
      {week.map((weekday) => {
        const ofDay = ranges.filter((range) => range.weekday === weekday);
        return (
          <div key={weekday} className="hours-day" role="group" aria-label={dayName(weekday)}>
            <strong>{dayName(weekday)}</strong>
            <div className="hours-ranges">
              {ofDay.length === 0 && <span className="muted">{text('hours.closed')}</span>}
              {ofDay.map((range, index) => (
                <span key={index} className="hours-range">
                  <Input
                    type="time"
                    aria-label={text('hours.from_named', { day: dayName(weekday) })}
                    value={range.opens_at}
                    onChange={(event) => change(range, { opens_at: event.target.value })}
                  />
                  <span aria-hidden="true">–</span>
                  <Input
                    type="time"
                    aria-label={text('hours.to_named', { day: dayName(weekday) })}
                    value={range.closes_at}
                    onChange={(event) => change(range, { closes_at: event.target.value })}
                  />
                  {range.closes_at !== '' && range.closes_at <= range.opens_at && (
                    <span className="muted">{text('hours.next_day')}</span>
                  )}
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={text('hours.remove_named', { day: dayName(weekday) })}
                    onClick={() => setRanges((all) => all.filter((known) => known !== range))}
                  />
                </span>
              ))}
            </div>
            <Button
              type="text"
              size="small"
              icon={<PlusOutlined />}
              aria-label={text('hours.add_named', { day: dayName(weekday) })}
              onClick={() => setRanges((all) => [...all, { weekday, opens_at: '09:00', closes_at: '21:00' }])}
            />
            <Button
              type="text"
              size="small"
              icon={<CopyOutlined />}
              disabled={ofDay.length === 0}
              aria-label={text('hours.copy_named', { day: dayName(weekday) })}
              title={text('hours.copy')}
              onClick={() =>
                setRanges(week.flatMap((day) => ofDay.map((range) => ({ ...range, weekday: day }))))
              }
            />
          </div>
        );
      })}
      {overlaps.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text('hours.overlap', { days: overlaps.map(dayName).join(' · ') })}
        />
      )}
      <Button
        type="primary"
        loading={save.isPending}
        disabled={overlaps.length > 0 || incomplete}
        data-testid="hours-save"
        onClick={() => save.mutate()}
      >
        {text('action.save')}
      </Button>
    </div>
  );
}
