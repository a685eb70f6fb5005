import type { Tables } from '@linli/database';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** One's own addresses, the default first, then the newest. */
export async function listAddresses(): Promise<Tables<'addresses'>[]> {
  return unwrap(
    await db()
      .from('addresses')
      .select('*')
      .order('is_default', { ascending: false })
      .order('created_at', { ascending: false }),
  );
}
