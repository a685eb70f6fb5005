import type { CartLine } from '#lib/cart/types.ts';
import type { MenuProduct } from '#lib/catalog/types.ts';

/** A cart line; the rest as in a plain bowl of noodles. */
export function line(part: Partial<CartLine> = {}): CartLine {
  return {
    key: 'p1||',
    productId: 'p1',
    name: '牛肉面',
    translations: {},
    imagePath: null,
    modifiers: [],
    unitPriceCents: 1800,
    quantity: 1,
    note: '',
    ...part,
  };
}

/** A product with one required group of one and one optional group of two. */
export function product(part: Partial<MenuProduct> = {}): MenuProduct {
  const option = (id: string, priceCents: number, isAvailable = true) => ({
    id,
    name: id,
    translations: {},
    price_cents: priceCents,
    is_available: isAvailable,
  });
  return {
    id: 'p1',
    name: '牛肉面',
    translations: {},
    description: '',
    price_cents: 1800,
    original_price_cents: null,
    image_path: null,
    monthly_sales_count: 0,
    category_id: null,
    attributes: {},
    left_count: null,
    is_sold_out: false,
    modifier_groups: [
      {
        id: 'size',
        name: '份量',
        translations: {},
        min_count: 1,
        max_count: 1,
        modifiers: [option('small', 0, false), option('medium', 0), option('large', 300)],
      },
      {
        id: 'extra',
        name: '加料',
        translations: {},
        min_count: 0,
        max_count: 2,
        modifiers: [option('egg', 200), option('tofu', 150), option('beef', 800)],
      },
    ],
    ...part,
  };
}
