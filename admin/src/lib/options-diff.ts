import { cleanTranslations } from './clean-translations.ts';

export type ModifierDraft = {
  id?: string;
  name: string;
  translations?: unknown;
  price_cents?: number | null;
  max_quantity?: number | null;
  is_available?: boolean;
};
export type GroupDraft = {
  id?: string;
  name: string;
  translations?: unknown;
  min_count?: number | null;
  max_count?: number | null;
  free_count?: number | null;
  is_required?: boolean;
  modifiers?: ModifierDraft[];
};

export type ModifierWrite = {
  id?: string;
  name: string;
  translations: Record<string, Record<string, string>>;
  price_cents: number;
  max_quantity: number;
  is_available: boolean;
  sort_order: number;
};
export type GroupWrite = {
  id?: string;
  name: string;
  translations: Record<string, Record<string, string>>;
  min_count: number;
  max_count: number;
  free_count: number;
  is_required: boolean;
  sort_order: number;
  modifiers: ModifierWrite[];
};
export type OptionsPlan = { removeGroups: string[]; removeModifiers: string[]; groups: GroupWrite[] };

/** What to remove and what to write so that the stored choices of a product become the edited ones. */
export function planOptions(before: readonly GroupDraft[], after: readonly GroupDraft[]): OptionsPlan {
  const keptGroups = new Set(after.map((group) => group.id));
  const keptModifiers = new Set(
    after.flatMap((group) => (group.modifiers ?? []).map((modifier) => modifier.id)),
  );
  return {
    removeGroups: ids(before.filter((group) => !keptGroups.has(group.id))),
    removeModifiers: ids(
      before
        .filter((group) => keptGroups.has(group.id))
        .flatMap((group) => group.modifiers ?? [])
        .filter((modifier) => !keptModifiers.has(modifier.id)),
    ),
    groups: after.map((group, index) => {
      const min = group.min_count ?? 0;
      return {
        id: group.id,
        name: group.name.trim(),
        translations: cleanTranslations(group.translations),
        min_count: min,
        max_count: Math.max(group.max_count ?? 1, min, 1),
        free_count: group.free_count ?? 0,
        is_required: group.is_required ?? true,
        sort_order: (index + 1) * 10,
        modifiers: (group.modifiers ?? []).map((modifier, position) => ({
          id: modifier.id,
          name: modifier.name.trim(),
          translations: cleanTranslations(modifier.translations),
          price_cents: modifier.price_cents ?? 0,
          max_quantity: modifier.max_quantity ?? 1,
          is_available: modifier.is_available ?? true,
          sort_order: (position + 1) * 10,
        })),
      };
    }),
  };
}

function ids(rows: readonly { id?: string }[]): string[] {
  return rows.flatMap((row) => (row.id === undefined ? [] : [row.id]));
}
