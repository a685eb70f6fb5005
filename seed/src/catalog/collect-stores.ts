import type { Town } from '../town.ts';
import type { StoreRows } from './build-store.ts';

type CatalogRows = Pick<
  Town,
  | 'merchants'
  | 'stores'
  | 'storeHours'
  | 'sections'
  | 'products'
  | 'modifierGroups'
  | 'modifiers'
  | 'promotions'
>;

/** Puts the rows of many stores together; a merchant of several stores once. */
export function collectStores(rows: readonly StoreRows[]): CatalogRows {
  return {
    merchants: [...new Map(rows.map((row) => [row.merchant.id, row.merchant])).values()],
    stores: rows.map((row) => row.store),
    storeHours: rows.flatMap((row) => row.storeHours),
    sections: rows.flatMap((row) => row.sections),
    products: rows.flatMap((row) => row.products),
    modifierGroups: rows.flatMap((row) => row.modifierGroups),
    modifiers: rows.flatMap((row) => row.modifiers),
    promotions: rows.flatMap((row) => row.promotions),
  };
}
