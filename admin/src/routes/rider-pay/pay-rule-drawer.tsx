import { Checkbox, Form, Input, Select, Switch } from 'antd';
import { useCity } from '../../app/workspace.ts';
import { MoneyInput } from '../../components/money-input.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localField, localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { modeKinds } from '../../queries/dispatch/use-incident-mode.ts';
import type { ZoneName } from '../../queries/dispatch/use-zones.ts';
import type { PayRule } from './list.tsx';

type Props = { rule: PayRule | undefined; isOpen: boolean; zones: readonly ZoneName[]; onClose: () => void };

const kinds = ['peak', 'weather', 'guarantee'] as const;
const days = [1, 2, 3, 4, 5, 6, 0] as const;

/** Makes or changes one rule of riders' pay. Its zone and kind stay. */
export function PayRuleDrawer({ rule, isOpen, zones, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { currency } = useCity();
  const { save, remove } = useSaveRecord('rider_pay_rules');
  const required = [{ required: true, message: text('form.required') }];
  const submit = (values: PayRule): Promise<unknown> => {
    const terms = {
      label: values.label.trim(),
      translations: cleanTranslations(values.translations),
      amount_cents: values.amount_cents,
      weekdays: values.kind === 'peak' ? values.weekdays : [0, 1, 2, 3, 4, 5, 6],
      starts_at: values.kind === 'peak' ? values.starts_at : null,
      ends_at: values.kind === 'peak' ? values.ends_at : null,
      mode: values.kind === 'weather' ? values.mode : null,
      is_active: values.is_active,
    };
    return save(rule ? terms : { ...terms, zone_id: values.zone_id, kind: values.kind }, rule?.id);
  };
  return (
    <RecordDrawer<PayRule>
      open={isOpen}
      title={rule ? localField(rule.label, rule.translations, 'label', locale) : text('pay.add')}
      initialValues={
        rule ?? { kind: 'peak', zone_id: zones[0]?.id, weekdays: [0, 1, 2, 3, 4, 5, 6], is_active: true }
      }
      onSubmit={submit}
      onDelete={rule && (() => remove(rule.id))}
      onClose={onClose}
      testId="pay-drawer"
    >
      {() => (
        <>
          <div className="pair">
            <Form.Item name="zone_id" label={text('ticks.zone')} rules={required}>
              <Select
                disabled={rule !== undefined}
                options={zones.map((zone) => ({ value: zone.id, label: localName(zone, locale) }))}
              />
            </Form.Item>
            <Form.Item name="kind" label={text('pay.kind')}>
              <Select
                disabled={rule !== undefined}
                options={kinds.map((value) => ({ value, label: text(`pay_kind.${value}`) }))}
              />
            </Form.Item>
          </div>
          <div className="pair">
            <Form.Item
              name="label"
              label={text('field.name')}
              rules={[
                { required: true, whitespace: true, max: 40, message: text('form.length', { max: 40 }) },
              ]}
            >
              <Input maxLength={40} data-testid="pay-label" />
            </Form.Item>
            <Form.Item name={['translations', 'en', 'label']} label={text('field.name_en')}>
              <Input maxLength={40} lang="en" />
            </Form.Item>
          </div>
          <Form.Item noStyle dependencies={['kind']}>
            {({ getFieldValue }) => {
              const kind = getFieldValue('kind') as (typeof kinds)[number];
              return (
                <>
                  {kind === 'peak' && (
                    <>
                      <div className="pair">
                        <Form.Item name="starts_at" label={text('pay.from')} rules={required}>
                          <Input type="time" data-testid="pay-from" />
                        </Form.Item>
                        <Form.Item
                          name="ends_at"
                          label={text('pay.to')}
                          extra={text('pay.overnight_hint')}
                          rules={required}
                        >
                          <Input type="time" data-testid="pay-to" />
                        </Form.Item>
                      </div>
                      <Form.Item name="weekdays" label={text('pay.days')} rules={required}>
                        <Checkbox.Group
                          options={days.map((value) => ({
                            value,
                            label: text(`weekday.${String(value) as '0'}`),
                          }))}
                        />
                      </Form.Item>
                    </>
                  )}
                  {kind === 'weather' && (
                    <Form.Item name="mode" label={text('pay.mode')} rules={required}>
                      <Select
                        options={modeKinds.map((value) => ({ value, label: text(`mode_kind.${value}`) }))}
                      />
                    </Form.Item>
                  )}
                  <Form.Item
                    name="amount_cents"
                    label={text(kind === 'guarantee' ? 'pay.amount_per_hour' : 'pay.amount_per_task')}
                    extra={kind === 'guarantee' ? text('pay.guarantee_hint') : undefined}
                    rules={[{ required: true, type: 'number', min: 1, message: text('form.amount') }]}
                  >
                    <MoneyInput currency={currency} data-testid="pay-amount" />
                  </Form.Item>
                </>
              );
            }}
          </Form.Item>
          <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
