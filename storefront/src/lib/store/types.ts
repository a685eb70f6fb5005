import type { Database, Tables } from '@linli/database';
import type { MenuSection } from '#lib/catalog/types.ts';

export interface PromotionTier {
  min_cents: number;
  discount_cents: number;
}

/** A live promotion as store cards and pages show it. */
export type PromotionTag = Pick<Tables<'promotions'>, 'id' | 'kind' | 'name' | 'translations'> & {
  tiers: PromotionTier[];
};

type FoundStore = Database['public']['Functions']['find_stores']['Returns'][number];

/** A store in a list; distances in metres, amounts in minor units. */
export type StoreCard = Omit<
  FoundStore,
  'promotions' | 'image_path' | 'rating_average' | 'delivery_fee_cents'
> & {
  promotions: PromotionTag[];
  image_path: string | null;
  rating_average: number | null;
  delivery_fee_cents: number | null;
};

/** The store of a store page. */
export type StoreDetail = Pick<
  Tables<'stores'>,
  | 'id'
  | 'city_id'
  | 'name'
  | 'translations'
  | 'description'
  | 'phone'
  | 'street'
  | 'lon'
  | 'lat'
  | 'image_path'
  | 'rating_average'
  | 'rating_count'
  | 'monthly_sales_count'
  | 'preparation_minutes'
  | 'minimum_order_cents'
  | 'packaging_fee_cents'
  | 'closed_until'
  | 'category_id'
> & { category_slug: string; currency: string; timezone: string; is_open: boolean };

export type OpeningHours = Pick<Tables<'store_hours'>, 'weekday' | 'opens_at' | 'closes_at'>;

export interface StorePage {
  store: StoreDetail;
  hours: OpeningHours[];
  promotions: PromotionTag[];
  sections: MenuSection[];
}

/** What `check_serviceability` answers; `reason` is an error key. */
export interface Serviceability {
  is_serviceable: boolean;
  reason?: string;
  minimum_order_cents?: number;
  distance_meters?: number;
  delivery_fee_cents?: number;
}

export const storeSorts = ['distance', 'rating', 'sales'] as const;
export type StoreSort = (typeof storeSorts)[number];
