import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { City } from './types.ts';

/** The towns that are served, oldest first. */
export async function listCities(): Promise<City[]> {
  return unwrap(await db().from('cities').select('*').eq('is_active', true).order('created_at').order('id'));
}
