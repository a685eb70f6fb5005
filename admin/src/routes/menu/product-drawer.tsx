import { Form, Input, Select, Switch } from 'antd';
import { useMemo } from 'react';
import { useClient } from '../../app/services.ts';
import { MoneyInput } from '../../components/money-input.tsx';
import { NameFields } from '../../components/name-fields.tsx';
import { PictureField } from '../../components/picture-field.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { localName } from '../../lib/local-name.ts';
import { planOptions, type GroupDraft } from '../../lib/options-diff.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { saveProductOptions } from '../../queries/catalog/save-product-options.ts';
import type { ProductRow, SectionRow } from '../../queries/catalog/use-menu.ts';
import { useProductOptions } from '../../queries/catalog/use-product-options.ts';
import { OptionGroups } from './option-groups.tsx';

type Values = {
  name: string;
  translations?: unknown;
  section_id: string;
  description?: string;
  price_cents: number | null;
  original_price_cents?: number | null;
  image_path?: string | null;
  is_available: boolean;
  groups?: GroupDraft[];
};
type Props = {
  storeId: string;
  currency: string;
  category: string;
  product: ProductRow | 'new' | undefined;
  sections: readonly SectionRow[];
  sectionId: string | undefined;
  nextOrder: number;
  readOnly: boolean;
  onClose: () => void;
};

const none: GroupDraft[] = [];

/** Everything about a product: names, price, picture and the choices that a customer makes. */
export function ProductDrawer(props: Props) {
  const { storeId, currency, category, product, sections, sectionId } = props;
  const text = useText();
  const locale = useLocale();
  const client = useClient();
  const { save, remove } = useSaveRecord('products');
  const row = product === 'new' ? undefined : product;
  const options = useProductOptions(row?.id);
  const groups = row ? options.data : none;
  const initial = useMemo(
    (): Partial<Values> => ({ is_available: true, section_id: sectionId, description: '', ...row, groups }),
    [row, groups, sectionId],
  );

  const submit = async (values: Values): Promise<void> => {
    const saved = await save(
      {
        section_id: values.section_id,
        name: values.name.trim(),
        translations: cleanTranslations(values.translations),
        description: values.description?.trim() ?? '',
        price_cents: values.price_cents,
        original_price_cents: values.original_price_cents ?? null,
        image_path: values.image_path ?? null,
        is_available: values.is_available,
        ...(row ? {} : { store_id: storeId, sort_order: props.nextOrder }),
      },
      row?.id,
    );
    await saveProductOptions(
      client,
      { id: String(saved.id), store_id: storeId },
      planOptions(groups ?? none, values.groups ?? none),
    );
  };
  return (
    <RecordDrawer<Values>
      open={product !== undefined && groups !== undefined}
      width={620}
      title={row ? localName(row, locale) : text('menu.new_product')}
      initialValues={initial}
      readOnly={props.readOnly}
      onSubmit={submit}
      onClose={props.onClose}
      onDelete={row && (() => remove(row.id))}
      deleteQuestion={text('menu.delete_product')}
      testId="product-drawer"
    >
      {(form) => (
        <>
          <NameFields max={80} />
          <div className="pair">
            <Form.Item name="section_id" label={text('menu.section')} rules={[{ required: true }]}>
              <Select
                options={sections.map((section) => ({
                  value: section.id,
                  label: localName(section, locale),
                }))}
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
          <Form.Item name="description" label={text('field.description')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
          </Form.Item>
          <Form.Item name="image_path" label={text('field.picture')}>
            <PictureField storeId={storeId} name={row?.name ?? ''} category={category} />
          </Form.Item>
          <OptionGroups currency={currency} />
        </>
      )}
    </RecordDrawer>
  );
}
