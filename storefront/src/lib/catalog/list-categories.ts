import type { Tables } from '@linli/database';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type Category = Tables<'categories'>;

let known: Promise<Category[]> | undefined;

/** The active categories in their order, asked for once a visit. */
export function listCategories(): Promise<Category[]> {
  known ??= load().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function load(): Promise<Category[]> {
  return unwrap(
    await db().from('categories').select('*').eq('is_active', true).order('sort_order').order('slug'),
  );
}
