import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';

export type ArticleRow = Tables<'articles'>;

/** The articles of a city and of all cities, newest first. */
export function useArticles(cityId: string) {
  const { query } = useList<ArticleRow>({
    resource: 'articles',
    filters: [
      {
        operator: 'or',
        value: [
          { field: 'city_id', operator: 'eq', value: cityId },
          { field: 'city_id', operator: 'null', value: null },
        ],
      },
    ],
    sorters: [{ field: 'created_at', order: 'desc' }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  return { rows: query.data?.data, loading: query.isPending, error: query.error, refetch: query.refetch };
}
