import { Form, InputNumber, Switch } from 'antd';
import { useCity } from '../../app/workspace.ts';
import { MoneyInput } from '../../components/money-input.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { useText } from '../../providers/use-text.ts';

/** A zone's name, its limits and the base of riders' pay. */
export function ZoneLimits() {
  const text = useText();
  const { currency } = useCity();
  const amount = [{ required: true, message: text('form.amount') }];
  return (
    <>
      <NameFields max={40} />
      <div className="pairs">
        <Form.Item
          name="offer_timeout_seconds"
          label={text('zones.offer_timeout')}
          extra={text('zones.offer_timeout_hint')}
          rules={[{ required: true, type: 'number', min: 5, max: 600 }]}
        >
          <InputNumber min={5} max={600} precision={0} className="fill" suffix={text('unit.second')} />
        </Form.Item>
        <Form.Item
          name="max_in_hand"
          label={text('zones.max_in_hand')}
          extra={text('zones.max_in_hand_hint')}
          rules={[{ required: true, type: 'number', min: 1, max: 20 }]}
        >
          <InputNumber min={1} max={20} precision={0} className="fill" />
        </Form.Item>
        <Form.Item
          name="radius_meters"
          label={text('zones.radius')}
          extra={text('zones.radius_hint')}
          rules={[{ required: true, type: 'number', min: 100, max: 50_000 }]}
        >
          <InputNumber
            min={100}
            max={50_000}
            step={100}
            precision={0}
            className="fill"
            suffix={text('unit.meter')}
          />
        </Form.Item>
        <Form.Item name="is_active" label={text('field.is_active')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="rider_base_pay_cents" label={text('zones.base_pay')} rules={amount}>
          <MoneyInput currency={currency} />
        </Form.Item>
        <Form.Item name="rider_pay_per_km_cents" label={text('zones.km_pay')} rules={amount}>
          <MoneyInput currency={currency} />
        </Form.Item>
      </div>
    </>
  );
}
