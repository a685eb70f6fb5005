import { Form, Input, Segmented, Select, Switch, type FormInstance } from 'antd';
import { MoneyInput } from '../../components/money-input.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { PictureField } from '../../components/picture-field.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ProductRow, SectionRow } from '../../queries/catalog/use-menu.ts';
import { KindFields } from './kind-fields.tsx';
import type { ProductValues } from './product-values.ts';

type Props = {
  storeId: string;
  currency: string;
  category: string;
  row: ProductRow | undefined;
  sections: readonly SectionRow[];
  form: FormInstance<ProductValues>;
};

const kinds = ['goods', 'service', 'voucher'] as const;

/** What every product has: kind, names, section, prices, words and a picture. */
export function ProductBasics({ storeId, currency, category, row, sections, form }: Props) {
  const text = useText();
  const locale = useLocale();
  const kind = Form.useWatch('kind', form) ?? row?.kind ?? 'goods';
  return (
    <>
      {row === undefined && (
        <Form.Item name="kind" label={text('product.kind')}>
          <Segmented
            data-testid="field-kind"
            options={kinds.map((value) => ({ value, label: text(`product_kind.${value}`) }))}
          />
        </Form.Item>
      )}
      <NameFields max={80} />
      <div className="pair">
        <Form.Item name="section_id" label={text('menu.section')} rules={[{ required: true }]}>
          <Select
            options={sections.map((section) => ({ value: section.id, label: localName(section, locale) }))}
          />
        </Form.Item>
        <Form.Item name="is_available" label={text('menu.on_sale')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item
          name="price_cents"
          label={text('field.price')}
          rules={[{ required: true, message: text('form.amount') }]}
        >
          <MoneyInput currency={currency} data-testid="field-price" />
        </Form.Item>
        <Form.Item
          name="original_price_cents"
          label={text('field.original_price')}
          tooltip={text('menu.original_price_hint')}
          dependencies={['price_cents']}
          rules={[
            {
              validator: (_rule, value: number | null | undefined) =>
                value == null || value > ((form.getFieldValue('price_cents') as number | null) ?? 0)
                  ? Promise.resolve()
                  : Promise.reject(new Error(text('menu.original_price_hint'))),
            },
          ]}
        >
          <MoneyInput currency={currency} data-testid="field-original-price" />
        </Form.Item>
      </div>
      <KindFields kind={kind} currency={currency} />
      <div className="pair">
        <Form.Item name="description" label={text('field.description')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
        </Form.Item>
        <Form.Item name={['translations', 'en', 'description']} label={text('product.description_en')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} lang="en" />
        </Form.Item>
      </div>
      <Form.Item name="image_path" label={text('field.picture')}>
        <PictureField folder={`stores/${storeId}`} name={row?.name ?? ''} category={category} />
      </Form.Item>
    </>
  );
}
