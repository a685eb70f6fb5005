import type { CategoryRow } from '../queries/category/use-categories.ts';

/** Kinds of licences that have a name of their own. */
export const licenseKinds = [
  'business_license',
  'food_permit',
  'drug_permit',
  'tobacco_permit',
  'hygiene_permit',
  'identity_card',
  'other_permit',
] as const;

/** The licences that a category and those above it demand. */
export function neededLicenses(
  categories: readonly Pick<CategoryRow, 'id' | 'parent_id' | 'required_license_kinds'>[],
  categoryId: string | undefined,
): string[] {
  const kinds = new Set<string>();
  const visited = new Set<string>();
  for (let at = categoryId; at !== undefined && !visited.has(at);) {
    visited.add(at);
    const row = categories.find((known) => known.id === at);
    for (const kind of row?.required_license_kinds ?? []) kinds.add(kind);
    at = row?.parent_id ?? undefined;
  }
  return [...kinds];
}
