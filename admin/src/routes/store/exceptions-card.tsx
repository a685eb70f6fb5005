import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Checkbox, Form, Input } from 'antd';
import { dayIn } from '../../lib/day-time.ts';
import { clock } from '../../lib/store-hours.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useChangeExceptions } from '../../queries/store/use-exceptions.ts';
import { useStoreHours } from '../../queries/store/use-store-hours.ts';

type Values = { on_date: string; closed: boolean; opens_at?: string; closes_at?: string };

/** Holidays and special days: they replace the weekly hours on their date. */
export function ExceptionsCard({ storeId, timeZone }: { storeId: string; timeZone: string }) {
  const text = useText();
  const locale = useLocale();
  const today = dayIn(new Date(), timeZone);
  const rows = useStoreHours(storeId, today).data?.exceptions ?? [];
  const [form] = Form.useForm<Values>();
  const closed = Form.useWatch('closed', form) ?? true;
  const { mutate, isPending } = useChangeExceptions(storeId);
  const dateText = (day: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  const required = [{ required: true, message: text('form.required') }];
  return (
    <Card size="small" title={<h2 className="card-title">{text('exceptions.title')}</h2>}>
      <p className="muted">{text('exceptions.lead')}</p>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span>{dateText(row.on_date)}</span>
            <span className="tabular">
              {row.opens_at && row.closes_at
                ? `${clock(row.opens_at)}–${clock(row.closes_at)}`
                : text('hours.closed')}
            </span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={text('exceptions.remove_named', { day: dateText(row.on_date) })}
              onClick={() => mutate({ remove: row.id })}
            />
          </li>
        ))}
      </ul>
      <Form<Values>
        form={form}
        layout="inline"
        className="exception-form"
        initialValues={{ closed: true }}
        onFinish={(values) =>
          mutate(
            {
              add: {
                store_id: storeId,
                on_date: values.on_date,
                opens_at: values.closed ? null : values.opens_at,
                closes_at: values.closed ? null : values.closes_at,
              },
            },
            { onSuccess: () => form.resetFields() },
          )
        }
      >
        <Form.Item name="on_date" label={text('field.date')} rules={required}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="closed" valuePropName="checked">
          <Checkbox>{text('exceptions.closed')}</Checkbox>
        </Form.Item>
        {!closed && (
          <>
            <Form.Item name="opens_at" label={text('hours.from')} rules={required}>
              <Input type="time" />
            </Form.Item>
            <Form.Item name="closes_at" label={text('hours.to')} rules={required}>
              <Input type="time" />
            </Form.Item>
          </>
        )}
        <Button htmlType="submit" icon={<PlusOutlined />} loading={isPending}>
          {text('action.add')}
        </Button>
      </Form>
    </Card>
  );
}
