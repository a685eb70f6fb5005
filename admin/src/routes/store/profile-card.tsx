import { Button, Card, Form, Input, InputNumber } from 'antd';
import { useMemo } from 'react';
import { MoneyInput } from '../../components/money-input.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { PictureField } from '../../components/picture-field.tsx';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { useText } from '../../providers/use-text.ts';
import { useChangeStore } from '../../queries/store/use-change-store.ts';
import type { StoreDetail } from '../../queries/store/use-store-detail.ts';

type Props = { store: StoreDetail; currency: string; category: string };

/** What customers read about the store, and what an order there costs and takes. */
export function ProfileCard({ store, currency, category }: Props) {
  const text = useText();
  const [form] = Form.useForm<StoreDetail>();
  const { mutate, isPending } = useChangeStore(store.id);
  const initial = useMemo(() => ({ ...store }), [store]);
  const save = (values: StoreDetail): void =>
    mutate({
      name: values.name.trim(),
      translations: cleanTranslations(values.translations),
      description: values.description.trim(),
      phone: values.phone.trim(),
      street: values.street.trim(),
      image_path: values.image_path ?? null,
      preparation_minutes: values.preparation_minutes,
      minimum_order_cents: values.minimum_order_cents,
      packaging_fee_cents: values.packaging_fee_cents,
    });
  const amount = [{ required: true, message: text('form.amount') }];
  return (
    <Card size="small" title={<h2 className="card-title">{text('store.profile')}</h2>}>
      <Form<StoreDetail>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={() => save(form.getFieldsValue(true) as StoreDetail)}
        data-testid="store-form"
      >
        <Form.Item name="image_path" label={text('field.picture')}>
          <PictureField folder={`stores/${store.id}`} name={store.name} category={category} kind="store" />
        </Form.Item>
        <NameFields max={80} />
        <Form.Item name="description" label={text('field.description')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Form.Item>
        <div className="pair">
          <Form.Item name="phone" label={text('field.phone')}>
            <Input type="tel" maxLength={30} />
          </Form.Item>
          <Form.Item name="street" label={text('field.street')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <div className="triple">
          <Form.Item
            name="preparation_minutes"
            label={text('field.preparation_minutes')}
            rules={[{ required: true, type: 'number', min: 1, max: 240, message: text('form.minutes') }]}
          >
            <InputNumber min={1} max={240} precision={0} suffix={text('unit.minute')} className="fill" />
          </Form.Item>
          <Form.Item name="minimum_order_cents" label={text('field.minimum_order')} rules={amount}>
            <MoneyInput currency={currency} data-testid="field-minimum" />
          </Form.Item>
          <Form.Item name="packaging_fee_cents" label={text('field.packaging_fee')} rules={amount}>
            <MoneyInput currency={currency} data-testid="field-packaging" />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={isPending} data-testid="store-save">
          {text('action.save')}
        </Button>
      </Form>
    </Card>
  );
}
