import { Form, Input, InputNumber, Select, TreeSelect, type FormInstance } from 'antd';
import { SchemaFields } from '../../components/schema-fields.tsx';
import { categoryOptions } from '../../lib/category-options.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCategorySchema } from '../../queries/catalog/use-category-schema.ts';
import type { DaypartRow } from '../../queries/catalog/use-dayparts.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import type { ProductValues } from './product-values.ts';

type Props = {
  form: FormInstance<ProductValues>;
  dayparts: readonly DaypartRow[];
  storeCategoryId: string | undefined;
};

const ways = ['delivery', 'pickup', 'dine_in', 'on_site', 'voucher'] as const;

/** When and how it may be sold, its numbers, and the attributes that its category asks for. */
export function ProductDetails({ form, dayparts, storeCategoryId }: Props) {
  const text = useText();
  const locale = useLocale();
  const categories = useCategories().rows ?? [];
  const categoryId = Form.useWatch('category_id', form) ?? storeCategoryId;
  const schema = useCategorySchema(categoryId).data;
  const hasAttributes = Object.keys(schema?.properties ?? {}).length > 0;
  return (
    <>
      <div className="pair">
        <Form.Item name="category_id" label={text('product.category')}>
          <TreeSelect
            allowClear
            showSearch={{ treeNodeFilterProp: 'title' }}
            placeholder={text('product.category_of_store')}
            data-testid="product-category"
            treeData={categoryOptions(
              categories.filter((row) => row.is_active),
              locale,
            )}
          />
        </Form.Item>
        <Form.Item name="daypart_id" label={text('dayparts.of_product')}>
          <Select
            allowClear
            placeholder={text('dayparts.always')}
            options={dayparts.map((row) => ({ value: row.id, label: localName(row, locale) }))}
          />
        </Form.Item>
      </div>
      {hasAttributes && schema && (
        <fieldset className="options">
          <legend>{text('product.attributes')}</legend>
          <SchemaFields schema={schema} name="attributes" />
        </fieldset>
      )}
      <Form.Item name="fulfillment_types" label={text('product.ways')} tooltip={text('product.ways_hint')}>
        <Select
          mode="multiple"
          placeholder={text('product.ways_all')}
          options={ways.map((value) => ({ value, label: text(`fulfillment_type.${value}`) }))}
        />
      </Form.Item>
      <div className="triple">
        <Form.Item name="sku" label="SKU">
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="barcode" label={text('product.barcode')}>
          <Input maxLength={64} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="weight_grams" label={text('product.weight')}>
          <InputNumber min={0} max={1_000_000} precision={0} suffix={text('unit.gram')} className="fill" />
        </Form.Item>
      </div>
    </>
  );
}
