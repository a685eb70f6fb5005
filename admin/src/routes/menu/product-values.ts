import type { TablesInsert } from '@linli/database';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { cleanAttributes } from '../../lib/object-schema.ts';
import type { GroupDraft } from '../../lib/options-diff.ts';
import type { VariantDraft } from '../../lib/variant-draft.ts';
import type { ServiceDraft } from '../../queries/catalog/save-service.ts';
import type { VoucherDraft } from '../../queries/catalog/save-voucher.ts';

type Product = TablesInsert<'products'>;

/** Everything that the drawer of a product asks. */
export type ProductValues = Pick<
  Product,
  | 'name'
  | 'section_id'
  | 'kind'
  | 'description'
  | 'original_price_cents'
  | 'image_path'
  | 'category_id'
  | 'daypart_id'
  | 'fulfillment_types'
  | 'sku'
  | 'barcode'
  | 'weight_grams'
> & {
  translations?: unknown;
  price_cents: number | null;
  is_available: boolean;
  attributes?: Record<string, unknown>;
  variants?: VariantDraft[];
  groups?: GroupDraft[];
  service?: ServiceDraft;
  voucher?: VoucherDraft;
};

/** The product's own row as it is stored. */
export function productRow(values: ProductValues) {
  const ways = values.fulfillment_types ?? [];
  return {
    section_id: values.section_id,
    name: values.name.trim(),
    translations: cleanTranslations(values.translations),
    description: values.description?.trim() ?? '',
    price_cents: values.price_cents ?? 0,
    original_price_cents: values.original_price_cents ?? null,
    image_path: values.image_path ?? null,
    is_available: values.is_available,
    category_id: values.category_id ?? null,
    daypart_id: values.daypart_id ?? null,
    fulfillment_types: ways.length === 0 ? null : ways,
    sku: values.sku?.trim() || null,
    barcode: values.barcode?.trim() || null,
    weight_grams: values.weight_grams ?? 0,
    attributes: cleanAttributes(values.attributes),
  };
}
