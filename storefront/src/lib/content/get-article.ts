import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { Article } from './types.ts';

/** A published article; undefined where there is none. */
export async function getArticle(slug: string): Promise<Article | undefined> {
  return unwrap(await db().from('articles').select('*').eq('slug', slug).limit(1))[0];
}
