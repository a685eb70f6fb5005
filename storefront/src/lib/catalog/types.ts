import type { Tables } from '@linli/database';

export type Modifier = Pick<
  Tables<'modifiers'>,
  'id' | 'name' | 'translations' | 'price_cents' | 'is_available'
>;

export type ModifierGroup = Pick<
  Tables<'modifier_groups'>,
  'id' | 'name' | 'translations' | 'min_count' | 'max_count'
> & { modifiers: Modifier[] };

/** A product as `get_store_page` shows it; amounts in minor units. */
export type MenuProduct = Pick<
  Tables<'products'>,
  | 'id'
  | 'name'
  | 'translations'
  | 'description'
  | 'price_cents'
  | 'original_price_cents'
  | 'image_path'
  | 'monthly_sales_count'
  | 'category_id'
> & {
  attributes: Record<string, unknown>;
  /** What is left of counted stock; null when it is not counted. */
  left_count: number | null;
  is_sold_out: boolean;
  modifier_groups: ModifierGroup[];
};

export type MenuSection = Pick<Tables<'menu_sections'>, 'id' | 'name' | 'translations'> & {
  products: MenuProduct[];
};
