import type { Modifier } from '#lib/catalog/types.ts';

/** A line of a cart. Names and prices are what the menu said last; the server's quote alone is charged. */
export interface CartLine {
  key: string;
  productId: string;
  name: string;
  translations: unknown;
  imagePath: string | null;
  modifiers: Pick<Modifier, 'id' | 'name' | 'translations'>[];
  /** Price of one piece with its options, minor units. */
  unitPriceCents: number;
  quantity: number;
  note: string;
  /** Why it cannot be ordered any more, as the menu said last. */
  problem?: 'gone' | 'sold_out';
}

/** What is wanted from one store. */
export interface Cart {
  storeId: string;
  storeName: string;
  storeTranslations: unknown;
  categorySlug: string;
  currency: string;
  lines: CartLine[];
}
