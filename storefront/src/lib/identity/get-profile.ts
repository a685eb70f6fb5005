import type { Tables } from '@linli/database';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** What a person shows of themself. */
export async function getProfile(userId: string): Promise<Tables<'profiles'>> {
  return unwrap(await db().from('profiles').select('*').eq('id', userId).single());
}
