import { unitPriceCents } from '#lib/catalog/choose-modifiers.ts';
import type { MenuProduct } from '#lib/catalog/types.ts';
import type { CartLine } from './types.ts';

/** The lines with today's names and prices; those that the menu no longer offers are marked. */
export function refreshLines(lines: readonly CartLine[], products: readonly MenuProduct[]): CartLine[] {
  const byId = new Map(products.map((product) => [product.id, product]));
  return lines.map((line) => {
    const { problem: _problem, ...kept } = line;
    const product = byId.get(line.productId);
    if (!product) return { ...kept, problem: 'gone' };
    const options = product.modifier_groups.flatMap((group) => group.modifiers);
    const modifiers = line.modifiers.flatMap((chosen) => {
      const option = options.find((one) => one.id === chosen.id && one.is_available);
      return option ? [{ id: option.id, name: option.name, translations: option.translations }] : [];
    });
    if (modifiers.length < line.modifiers.length) return { ...kept, problem: 'gone' };
    const fresh = {
      ...kept,
      name: product.name,
      translations: product.translations,
      imagePath: product.image_path,
      modifiers,
      unitPriceCents: unitPriceCents(
        product,
        modifiers.map((modifier) => modifier.id),
      ),
    };
    return product.is_sold_out ? { ...fresh, problem: 'sold_out' } : fresh;
  });
}
