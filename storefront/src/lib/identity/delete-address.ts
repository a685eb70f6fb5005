import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Removes one of one's own addresses. Orders keep what they were sent to. */
export async function deleteAddress(id: string): Promise<void> {
  unwrap(await db().from('addresses').delete().eq('id', id));
}
