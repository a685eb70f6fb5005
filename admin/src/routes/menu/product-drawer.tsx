import { Tabs } from 'antd';
import { useMemo } from 'react';
import { useClient } from '../../app/services.ts';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { saveProductParts } from '../../queries/catalog/save-product-parts.ts';
import type { DaypartRow } from '../../queries/catalog/use-dayparts.ts';
import type { ProductRow, SectionRow } from '../../queries/catalog/use-menu.ts';
import { useProductParts, type ProductParts } from '../../queries/catalog/use-product-parts.ts';
import { OptionGroups } from './option-groups.tsx';
import { ProductBasics } from './product-basics.tsx';
import { ProductDetails } from './product-details.tsx';
import { productRow, type ProductValues } from './product-values.ts';
import { VariantFields } from './variant-fields.tsx';

type Props = {
  storeId: string;
  currency: string;
  /** Of the store, where the product has none of its own. */
  category: string;
  categoryId: string | undefined;
  product: ProductRow | 'new' | undefined;
  sections: readonly SectionRow[];
  dayparts: readonly DaypartRow[];
  sectionId: string | undefined;
  nextOrder: number;
  readOnly: boolean;
  onClose: () => void;
};

const none: ProductParts = { groups: [], variants: [], service: undefined, voucher: undefined };

/** Everything about a product: names, price, picture, variants, choices, and what its kind and category ask. */
export function ProductDrawer(props: Props) {
  const { storeId, product, sectionId } = props;
  const text = useText();
  const locale = useLocale();
  const client = useClient();
  const { save, remove } = useSaveRecord('products');
  const row = product === 'new' ? undefined : product;
  const stored = useProductParts(row?.id);
  const parts = row ? stored.data : none;
  const initial = useMemo(
    () =>
      ({
        is_available: true,
        kind: 'goods',
        section_id: sectionId,
        description: '',
        ...row,
        ...parts,
        service: parts?.service ?? { duration_minutes: 60, capacity_per_slot: 1, is_on_site: true },
        voucher: parts?.voucher ?? { valid_days: 90, use_count: 1 },
      }) as Partial<ProductValues>,
    [row, parts, sectionId],
  );

  const submit = async (values: ProductValues): Promise<void> => {
    const kind = row?.kind ?? values.kind ?? 'goods';
    const saved = await save(
      {
        ...productRow(values),
        ...(row ? {} : { kind, store_id: storeId, sort_order: props.nextOrder }),
      },
      row?.id,
    );
    await saveProductParts(client, { id: String(saved.id), store_id: storeId, kind }, parts ?? none, values);
  };
  return (
    <RecordDrawer<ProductValues>
      open={product !== undefined && parts !== undefined}
      width={720}
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
        <Tabs
          className="product-tabs"
          items={[
            {
              key: 'basics',
              label: text('product.tab_basics'),
              forceRender: true,
              children: <ProductBasics {...props} row={row} form={form} />,
            },
            {
              key: 'variants',
              label: text('product.tab_variants'),
              forceRender: true,
              children: (
                <>
                  <VariantFields currency={props.currency} />
                  <OptionGroups currency={props.currency} />
                </>
              ),
            },
            {
              key: 'details',
              label: <span data-testid="product-tab-details">{text('product.tab_details')}</span>,
              forceRender: true,
              children: (
                <ProductDetails form={form} dayparts={props.dayparts} storeCategoryId={props.categoryId} />
              ),
            },
          ]}
        />
      )}
    </RecordDrawer>
  );
}
