import type { TablesUpdate } from '@linli/database';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Changes one's own profile: name or language. */
export async function updateProfile(
  userId: string,
  change: Pick<TablesUpdate<'profiles'>, 'display_name' | 'locale'>,
): Promise<void> {
  unwrap(await db().from('profiles').update(change).eq('id', userId));
}
