import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { AttributeSchema } from './attribute-facts.ts';

/** How a category names the attributes of its products. */
export async function getCategorySchema(categoryId: string): Promise<AttributeSchema> {
  return unwrap(
    await db().rpc('get_category_schema', { p_category_id: categoryId }),
  ) as unknown as AttributeSchema;
}
