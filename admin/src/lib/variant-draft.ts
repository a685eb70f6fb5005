import { cleanTranslations } from './clean-translations.ts';

export type VariantDraft = {
  id?: string;
  name: string;
  translations?: unknown;
  price_cents: number | null;
  original_price_cents?: number | null;
  sku?: string | null;
  is_available?: boolean;
};

/** A variant as it is stored, at its place among the others. */
export function variantValues(draft: VariantDraft, index: number) {
  return {
    ...(draft.id === undefined ? {} : { id: draft.id }),
    name: draft.name.trim(),
    translations: cleanTranslations(draft.translations),
    price_cents: draft.price_cents ?? 0,
    original_price_cents: draft.original_price_cents ?? null,
    sku: draft.sku?.trim() || null,
    is_available: draft.is_available ?? true,
    sort_order: (index + 1) * 10,
  };
}
