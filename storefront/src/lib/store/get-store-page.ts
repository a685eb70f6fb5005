import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { StorePage } from './types.ts';

/** Everything a store page shows. Throws `store.not_found`. */
export async function getStorePage(storeId: string): Promise<StorePage> {
  return unwrap(await db().rpc('get_store_page', { p_store_id: storeId })) as unknown as StorePage;
}
