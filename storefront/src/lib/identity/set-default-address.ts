import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Makes one of one's own addresses the default, and no other. */
export async function setDefaultAddress(id: string): Promise<void> {
  unwrap(await db().rpc('set_default_address', { p_address_id: id }));
}
