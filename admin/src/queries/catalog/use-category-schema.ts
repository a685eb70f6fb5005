import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { ObjectSchema } from '../../lib/object-schema.ts';
import { run } from '../run.ts';

/** The JSON Schema of the attributes that a category's products have. */
export function useCategorySchema(categoryId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['category-schema', categoryId],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_category_schema', { p_category_id: categoryId ?? '' }),
        signal,
      )) as unknown as ObjectSchema,
    enabled: categoryId !== undefined,
    staleTime: 60_000,
  });
}
