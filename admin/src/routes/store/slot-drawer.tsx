import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { useWeekdayText, week } from '../../components/use-weekday-text.ts';
import { clock } from '../../lib/store-hours.ts';
import { useText } from '../../providers/use-text.ts';
import type { CapacityRow } from '../../queries/store/use-slot-capacities.ts';

type Values = Pick<
  CapacityRow,
  'fulfillment_type' | 'weekdays' | 'starts_at' | 'ends_at' | 'slot_minutes' | 'capacity_count'
>;
type Props = { storeId: string; row: CapacityRow | 'new' | undefined; onClose: () => void };

const ways = ['delivery', 'pickup', 'dine_in', 'on_site'] as const;

/** One window of the week with the length of its slots and how many orders fit into each. */
export function SlotDrawer({ storeId, row, onClose }: Props) {
  const text = useText();
  const weekdays = useWeekdayText();
  const { save, remove } = useSaveRecord('slot_capacities');
  const known = row === 'new' ? undefined : row;
  const initial = useMemo(
    (): Partial<Values> =>
      known
        ? { ...known, starts_at: clock(known.starts_at), ends_at: clock(known.ends_at) }
        : {
            fulfillment_type: 'delivery',
            weekdays: [...week],
            starts_at: '11:00',
            ends_at: '13:00',
            slot_minutes: 30,
            capacity_count: 10,
          },
    [known],
  );
  const required = [{ required: true, message: text('form.required') }];
  return (
    <RecordDrawer<Values>
      open={row !== undefined}
      title={text(known ? 'slots.edit' : 'slots.new')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={({ fulfillment_type, weekdays: days, starts_at, ends_at, slot_minutes, capacity_count }) => {
        const values = { weekdays: days, starts_at, ends_at, slot_minutes, capacity_count };
        return known ? save(values, known.id) : save({ ...values, fulfillment_type, store_id: storeId });
      }}
      onDelete={known && (() => remove(known.id))}
      testId="slot-drawer"
    >
      {() => (
        <>
          <Form.Item name="fulfillment_type" label={text('order.way')} rules={required}>
            <Select
              disabled={known !== undefined}
              options={ways.map((way) => ({ value: way, label: text(`fulfillment_type.${way}`) }))}
            />
          </Form.Item>
          <Form.Item name="weekdays" label={text('slots.weekdays')} rules={required}>
            <Checkbox.Group options={week.map((day) => ({ value: day, label: weekdays([day]) }))} />
          </Form.Item>
          <div className="pair">
            <Form.Item name="starts_at" label={text('hours.from')} rules={required}>
              <Input type="time" />
            </Form.Item>
            <Form.Item name="ends_at" label={text('hours.to')} rules={required}>
              <Input type="time" />
            </Form.Item>
            <Form.Item name="slot_minutes" label={text('slots.length')} rules={required}>
              <InputNumber min={5} max={1440} precision={0} suffix={text('unit.minute')} className="fill" />
            </Form.Item>
            <Form.Item name="capacity_count" label={text('slots.capacity')} rules={required}>
              <InputNumber min={0} max={100_000} precision={0} className="fill" data-testid="slot-capacity" />
            </Form.Item>
          </div>
        </>
      )}
    </RecordDrawer>
  );
}
