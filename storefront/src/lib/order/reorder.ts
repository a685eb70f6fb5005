import { lineKey } from '#lib/cart/cart-maths.ts';
import { refreshLines } from '#lib/cart/refresh-lines.ts';
import type { CartLine } from '#lib/cart/types.ts';
import type { MenuProduct } from '#lib/catalog/types.ts';
import type { OrderItem } from './types.ts';

/** The lines of a past order as they can be had from today's menu; what is gone or sold out is left out. */
export function reorderLines(items: readonly OrderItem[], products: readonly MenuProduct[]): CartLine[] {
  const lines = items.flatMap((item): CartLine[] => {
    if (item.product_id === null) return [];
    const modifierIds = item.modifiers.map((modifier) => modifier.id);
    return [
      {
        key: lineKey(item.product_id, modifierIds, item.note),
        productId: item.product_id,
        name: item.name,
        translations: item.translations,
        imagePath: null,
        modifiers: item.modifiers,
        unitPriceCents: item.unit_price_cents,
        quantity: item.quantity,
        note: item.note,
      },
    ];
  });
  return refreshLines(lines, products).filter((line) => line.problem === undefined);
}
