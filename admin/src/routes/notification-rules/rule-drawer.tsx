import { Form, Input, Radio, Select, Switch } from 'antd';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { useText } from '../../providers/use-text.ts';
import type { RuleRow } from './list.tsx';
import { RulePreview } from './rule-preview.tsx';
import { TestSend } from './test-send.tsx';
import { useEventText } from './use-event-text.ts';

type Values = Pick<
  RuleRow,
  'event' | 'audience' | 'channel' | 'template' | 'title' | 'body' | 'is_active'
> & {
  translations?: unknown;
};

/** The places themselves, so that the hint shows them as they are typed. */
const places = {
  number: '{number}',
  store: '{store}',
  total: '{total}',
  product: '{product}',
  left: '{left}',
};
const events: readonly string[] = [
  'order.placed',
  'order.accepted',
  'order.preparing',
  'order.ready',
  'order.in_delivery',
  'order.awaiting_pickup',
  'order.completed',
  'order.rejected',
  'order.cancelled',
  'order.urge',
  'order.delay',
  'order.edit',
  'order.ask_slot',
  'order.ask_edit',
  'order.ask_cancel',
  'order.declined_cancel',
  'order.declined_slot',
  'order.declined_edit',
  'order.reschedule',
  'stock.low',
  'stock.sold_out',
  'license.expiring',
];

type Props = { rule: RuleRow | 'new' | undefined; readOnly: boolean; onClose: () => void };

/** Words a message, with its translation and a preview. */
export function RuleDrawer({ rule, readOnly, onClose }: Props) {
  const text = useText();
  const eventText = useEventText();
  const { save, remove } = useSaveRecord('notification_rules');
  const row = rule === 'new' ? undefined : rule;
  const initial: Partial<Values> = { audience: 'customer', channel: 'in_app', is_active: true, ...row };
  const required = [{ required: true, whitespace: true, message: text('form.required') }];
  const submit = ({ translations, ...values }: Values): Promise<unknown> =>
    save(
      {
        event: values.event,
        audience: values.audience,
        channel: values.channel,
        template: values.template.trim(),
        title: values.title.trim(),
        body: values.body.trim(),
        is_active: values.is_active,
        translations: cleanTranslations(translations),
      },
      row?.id,
    );
  return (
    <RecordDrawer<Values>
      open={rule !== undefined}
      width={560}
      title={row?.title ?? text('rules.new')}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      onDelete={row && (() => remove(row.id))}
      versions={
        row && {
          table: 'notification_rules',
          rowKey: row.id,
          onRestore: (content) => submit(content as Values),
        }
      }
      readOnly={readOnly}
      testId="rule-drawer"
    >
      {() => (
        <>
          <Form.Item
            name="event"
            label={text('rules.event')}
            rules={[{ required: true, message: text('form.required') }]}
          >
            <Select
              options={[...new Set([...events, ...(row ? [row.event] : [])])].map((event) => ({
                value: event,
                label: eventText(event),
              }))}
            />
          </Form.Item>
          <div className="pair">
            <Form.Item name="audience" label={text('rules.audience')}>
              <Radio.Group
                optionType="button"
                options={(['customer', 'merchant'] as const).map((value) => ({
                  value,
                  label: text(`actor.${value}`),
                }))}
              />
            </Form.Item>
            <Form.Item name="channel" label={text('rules.channel')}>
              <Radio.Group
                optionType="button"
                options={(['in_app', 'sms'] as const).map((value) => ({
                  value,
                  label: text(`channel.${value}`),
                }))}
              />
            </Form.Item>
          </div>
          <Form.Item
            name="template"
            label={text('rules.template')}
            extra={text('rules.template_hint')}
            rules={required}
          >
            <Input maxLength={80} spellCheck={false} />
          </Form.Item>
          <Form.Item name="title" label={text('rules.title')} rules={required}>
            <Input maxLength={80} data-testid="field-title" />
          </Form.Item>
          <Form.Item
            name="body"
            label={text('rules.body')}
            extra={text('rules.params', places)}
            rules={required}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} data-testid="field-body" />
          </Form.Item>
          <Form.Item name={['translations', 'en', 'title']} label={text('rules.title_en')}>
            <Input maxLength={80} lang="en" />
          </Form.Item>
          <Form.Item name={['translations', 'en', 'body']} label={text('rules.body_en')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} lang="en" />
          </Form.Item>
          <RulePreview />
          {!readOnly && <TestSend />}
          <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
