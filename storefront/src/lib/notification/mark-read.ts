import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Marks notifications as read. */
export async function markRead(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  unwrap(
    await db()
      .from('notifications')
      .update({ read_at: new Date().toISOString() })
      .in('id', [...ids]),
  );
}
