import { kitchenKinds } from './kitchen-kinds.ts';
import { shopKinds } from './shop-kinds.ts';
import type { StoreKind } from './store-kind.ts';

const kinds: Readonly<Record<string, StoreKind>> = { ...kitchenKinds, ...shopKinds };

/** How stores of a category run; throws `RangeError` for a category that has no stores. */
export function storeKind(categorySlug: string): StoreKind {
  const kind = kinds[categorySlug];
  if (kind === undefined) throw new RangeError(`no kind of store for category "${categorySlug}"`);
  return kind;
}
