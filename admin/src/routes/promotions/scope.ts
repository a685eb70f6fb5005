import type { ReactNode } from 'react';
import type { CityRow } from '../../queries/city/use-cities.ts';

/** Whose promotions the screens show: of a city for ops, of one store for its manager. */
export type PromotionScope = {
  /** The address under which the screens lie. */
  base: string;
  city: CityRow;
  /** Only this store's own promotions, paid by the store. */
  storeId?: string;
  mayEdit: boolean;
  /** What lies beside the list: shown above it. */
  views?: ReactNode;
};
