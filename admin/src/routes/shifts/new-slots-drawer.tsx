import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useCity } from '../../app/workspace.ts';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { addDays } from '../../lib/day-time.ts';
import { fromLocalField } from '../../lib/local-datetime.ts';
import { localName } from '../../lib/local-name.ts';
import { weekFrom } from '../../lib/shift-week.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ZoneName } from '../../queries/dispatch/use-zones.ts';

type Values = { zoneIds: string[]; days: string[]; from: string; to: string; capacity: number };
type Props = { isOpen: boolean; zones: readonly ZoneName[]; firstDay: string; onClose: () => void };

/** Opens shifts: the same hours on several days and in several zones at once. */
export function NewSlotsDrawer({ isOpen, zones, firstDay, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { timezone } = useCity();
  const { save } = useSaveRecord('rider_shift_slots');
  const required = [{ required: true, message: text('form.required') }];
  const submit = async ({ zoneIds, days, from, to, capacity }: Values): Promise<void> => {
    for (const zone_id of zoneIds)
      for (const day of days)
        await save({
          zone_id,
          capacity,
          starts_at: fromLocalField(`${day}T${from}`, timezone),
          ends_at: fromLocalField(`${to <= from ? addDays(day, 1) : day}T${to}`, timezone),
        });
  };
  return (
    <RecordDrawer<Values>
      open={isOpen}
      title={text('shifts.add')}
      initialValues={{
        zoneIds: zones.slice(0, 1).map(({ id }) => id),
        days: [],
        from: '11:00',
        to: '14:00',
        capacity: 5,
      }}
      onSubmit={submit}
      onClose={onClose}
      testId="new-slots"
    >
      {() => (
        <>
          <Form.Item name="zoneIds" label={text('mode.zones')} rules={required}>
            <Select
              mode="multiple"
              options={zones.map((zone) => ({ value: zone.id, label: localName(zone, locale) }))}
            />
          </Form.Item>
          <Form.Item name="days" label={text('pay.days')} rules={required}>
            <Checkbox.Group
              className="day-list"
              options={weekFrom(firstDay).map((day) => ({
                value: day,
                label: new Intl.DateTimeFormat(locale, {
                  weekday: 'short',
                  month: 'numeric',
                  day: 'numeric',
                  timeZone: 'UTC',
                }).format(new Date(day)),
              }))}
            />
          </Form.Item>
          <div className="pair">
            <Form.Item name="from" label={text('pay.from')} rules={required}>
              <Input type="time" />
            </Form.Item>
            <Form.Item name="to" label={text('pay.to')} extra={text('pay.overnight_hint')} rules={required}>
              <Input type="time" />
            </Form.Item>
          </div>
          <Form.Item
            name="capacity"
            label={text('shifts.capacity')}
            rules={[{ required: true, type: 'number', min: 1, max: 1000 }]}
          >
            <InputNumber min={1} max={1000} precision={0} className="fill" />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
