import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';

export type CategoryRow = Tables<'categories'>;

/** All categories the reader may see; changes of others arrive by themselves. */
export function useCategories() {
  const { query } = useList<CategoryRow>({
    resource: 'categories',
    sorters: [
      { field: 'sort_order', order: 'asc' },
      { field: 'id', order: 'asc' },
    ],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  return { rows: query.data?.data, loading: query.isPending, error: query.error, refetch: query.refetch };
}
