import type { Tables } from '@linli/database';
import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

export type Notification = Tables<'notifications'>;

/** The newest fifty of one's own notifications. */
export async function listNotifications(): Promise<Notification[]> {
  return unwrap(
    await db().from('notifications').select('*').order('created_at', { ascending: false }).limit(50),
  );
}
