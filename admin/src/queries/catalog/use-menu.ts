import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';

export type SectionRow = Tables<'menu_sections'>;
export type ProductRow = Tables<'products'>;

/** The sections and products of a store in their order; products follow changes of others by themselves. */
export function useMenu(storeId: string) {
  const shared = {
    filters: [{ field: 'store_id', operator: 'eq' as const, value: storeId }],
    sorters: [
      { field: 'sort_order', order: 'asc' as const },
      { field: 'id', order: 'asc' as const },
    ],
    pagination: { mode: 'off' as const },
    meta: { count: 'planned' },
  };
  const sections = useList<SectionRow>({ resource: 'menu_sections', ...shared });
  const products = useList<ProductRow>({ resource: 'products', ...shared });
  return {
    sections: sections.query.data?.data,
    products: products.query.data?.data,
    error: sections.query.error ?? products.query.error,
    refetch: () => Promise.all([sections.query.refetch(), products.query.refetch()]),
  };
}
