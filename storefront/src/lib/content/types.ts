import type { Tables } from '@linli/database';

/** Where a tap leads; a product or promotion names its store, a coupon for every store has none. */
export type ContentLink =
  | { kind: 'none' }
  | { kind: 'store'; id: string }
  | { kind: 'product' | 'promotion'; id: string; store_id: string | null }
  | { kind: 'category' | 'article'; slug: string }
  | { kind: 'url'; url: string };

export type Banner = Pick<Tables<'banners'>, 'id' | 'name' | 'subtitle' | 'translations' | 'picture_path'> & {
  link: ContentLink;
};

/** A store that pays for its place; `position` counts from 1. */
export type Ad = Pick<
  Tables<'stores'>,
  'name' | 'translations' | 'description' | 'image_path' | 'rating_average' | 'monthly_sales_count'
> & { slot_id: string; store_id: string; position: number; category_slug: string };

export interface HomeContent {
  home_banner: Banner[];
  home_tile: Banner[];
  ads: Ad[];
}

export type Article = Tables<'articles'>;
