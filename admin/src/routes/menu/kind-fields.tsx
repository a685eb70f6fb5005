import { Form, Input, InputNumber, Switch } from 'antd';
import type { Enums } from '@linli/database';
import { MoneyInput } from '../../components/money-input.tsx';
import { useText } from '../../providers/use-text.ts';

type Props = { kind: Enums<'product_kind'>; currency: string };

/** How a service is done, or what the buyer of a voucher gets; goods need neither. */
export function KindFields({ kind, currency }: Props) {
  const text = useText();
  const required = [{ required: true, message: text('form.required') }];
  if (kind === 'service')
    return (
      <div className="pair">
        <Form.Item name={['service', 'duration_minutes']} label={text('service.duration')} rules={required}>
          <InputNumber
            min={5}
            max={1440}
            precision={0}
            suffix={text('unit.minute')}
            className="fill"
            data-testid="service-duration"
          />
        </Form.Item>
        <Form.Item
          name={['service', 'capacity_per_slot']}
          label={text('service.capacity')}
          tooltip={text('service.capacity_hint')}
          rules={required}
        >
          <InputNumber min={1} max={1000} precision={0} className="fill" />
        </Form.Item>
        <Form.Item
          name={['service', 'required_skill']}
          label={text('service.skill')}
          tooltip={text('service.skill_hint')}
          rules={[{ pattern: /^[a-z][a-z0-9_]*$/, message: text('service.skill_wrong') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <div className="pair">
          <Form.Item name={['service', 'is_on_site']} label={text('service.on_site')} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item
            name={['service', 'is_at_store']}
            label={text('service.at_store')}
            valuePropName="checked"
            dependencies={[['service', 'is_on_site']]}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule, value: unknown) =>
                  value === true || getFieldValue(['service', 'is_on_site']) === true
                    ? Promise.resolve()
                    : Promise.reject(new Error(text('service.somewhere'))),
              }),
            ]}
          >
            <Switch />
          </Form.Item>
        </div>
      </div>
    );
  if (kind === 'voucher')
    return (
      <>
        <div className="triple">
          <Form.Item name={['voucher', 'face_value_cents']} label={text('voucher.value')} rules={required}>
            <MoneyInput currency={currency} data-testid="voucher-value" />
          </Form.Item>
          <Form.Item name={['voucher', 'valid_days']} label={text('voucher.days')} rules={required}>
            <InputNumber min={1} max={3650} precision={0} className="fill" data-testid="voucher-days" />
          </Form.Item>
          <Form.Item name={['voucher', 'use_count']} label={text('voucher.uses')} rules={required}>
            <InputNumber min={1} max={1000} precision={0} className="fill" />
          </Form.Item>
        </div>
        <Form.Item name={['voucher', 'terms']} label={text('voucher.terms')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      </>
    );
  return null;
}
