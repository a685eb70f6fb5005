import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input } from 'antd';
import { useMemo } from 'react';
import { NameFields } from '../../components/name-fields.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useWeekdayText, week } from '../../components/use-weekday-text.ts';
import { groupWindows } from '../../lib/daypart-windows.ts';
import { useText } from '../../providers/use-text.ts';
import type { DaypartRow } from '../../queries/catalog/use-dayparts.ts';
import { useSaveDaypart, type DaypartDraft } from '../../queries/catalog/use-save-daypart.ts';

type Props = {
  storeId: string;
  daypart: DaypartRow | 'new' | undefined;
  nextOrder: number;
  onClose: () => void;
};

/** Names a daypart and says when it is. */
export function DaypartDrawer({ storeId, daypart, nextOrder, onClose }: Props) {
  const text = useText();
  const weekdays = useWeekdayText();
  const save = useSaveDaypart(storeId);
  const row = daypart === 'new' ? undefined : daypart;
  const initial = useMemo(
    (): Partial<DaypartDraft> =>
      row
        ? { name: row.name, translations: row.translations, windows: groupWindows(row.windows) }
        : { windows: [{ weekdays: [...week], starts_at: '07:00', ends_at: '10:00' }] },
    [row],
  );
  const required = [{ required: true, message: text('form.required') }];
  return (
    <RecordDrawer<DaypartDraft>
      open={daypart !== undefined}
      title={text(row ? 'dayparts.edit' : 'dayparts.new')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={(draft) => save.mutateAsync({ row, draft, order: nextOrder })}
      onDelete={row && (() => save.mutateAsync({ remove: row.id }))}
      testId="daypart-drawer"
    >
      {() => (
        <>
          <NameFields max={40} />
          <Form.List name="windows">
            {(rows, { add, remove }) => (
              <>
                {rows.map(({ key, name }) => (
                  <div key={key} className="daypart-window">
                    <div>
                      <Form.Item name={[name, 'weekdays']} label={text('slots.weekdays')} rules={required}>
                        <Checkbox.Group
                          options={week.map((day) => ({ value: day, label: weekdays([day]) }))}
                        />
                      </Form.Item>
                      <div className="pair">
                        <Form.Item name={[name, 'starts_at']} label={text('hours.from')} rules={required}>
                          <Input type="time" />
                        </Form.Item>
                        <Form.Item name={[name, 'ends_at']} label={text('hours.to')} rules={required}>
                          <Input type="time" />
                        </Form.Item>
                      </div>
                    </div>
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={text('dayparts.remove_window')}
                      onClick={() => remove(name)}
                    />
                  </div>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ weekdays: [...week] })}>
                  {text('dayparts.add_window')}
                </Button>
              </>
            )}
          </Form.List>
        </>
      )}
    </RecordDrawer>
  );
}
