import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { DatetimeField } from '../../../components/engine/datetime-field.tsx';
import type { Window } from '../../../lib/promotion/draft.ts';
import { useText } from '../../../providers/use-text.ts';
import type { FieldsProps } from '../builder-form.tsx';
import { Field } from '../field.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

/** From when to when, and at which hours of the week. */
export function ScheduleFields({ scope, draft, problems, onChange }: FieldsProps) {
  const text = useText();
  const { timezone } = scope.city;
  const { windows } = draft;
  const change = (place: number, part: Partial<Window>): void =>
    onChange({ windows: windows.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  return (
    <>
      <div className="pair">
        <Field
          label={text('promotions.starts')}
          htmlFor="promotion-starts"
          hint={timezone}
          problem={problems.starts_at}
        >
          <DatetimeField
            id="promotion-starts"
            timeZone={timezone}
            value={draft.starts_at}
            onChange={(starts_at) => onChange({ starts_at })}
          />
        </Field>
        <Field label={text('promotions.ends')} htmlFor="promotion-ends" problem={problems.ends_at}>
          <DatetimeField
            id="promotion-ends"
            timeZone={timezone}
            value={draft.ends_at}
            onChange={(ends_at) => onChange({ ends_at })}
          />
        </Field>
      </div>
      <Field label={text('windows.title')} hint={text('windows.hint')} problem={problems.windows}>
        <div className="windows">
          {windows.map((window, place) => (
            <div key={place} className="window" data-testid="window">
              <Select<number[]>
                mode="multiple"
                className="fill"
                aria-label={text('windows.weekdays')}
                placeholder={text('windows.weekdays')}
                value={window.weekdays}
                options={weekdays.map((value) => ({ value, label: text(`weekday.${value}`) }))}
                onChange={(days) => change(place, { weekdays: days.sort() })}
              />
              <Input
                type="time"
                aria-label={text('windows.from')}
                value={window.from}
                onChange={(event) => change(place, { from: event.target.value })}
              />
              <Input
                type="time"
                aria-label={text('windows.to')}
                value={window.to}
                onChange={(event) => change(place, { to: event.target.value })}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={text('windows.remove')}
                onClick={() => onChange({ windows: windows.filter((_, index) => index !== place) })}
              />
            </div>
          ))}
          <Button
            type="dashed"
            size="small"
            icon={<PlusOutlined />}
            disabled={windows.length >= 20}
            data-testid="window-add"
            onClick={() =>
              onChange({ windows: [...windows, { weekdays: [1, 2, 3, 4, 5], from: '11:00', to: '14:00' }] })
            }
          >
            {text('windows.add')}
          </Button>
        </div>
      </Field>
    </>
  );
}
