import type { Queryable } from '../database.ts';

export type SignOutScope = 'global' | 'local' | 'others';

/** Ends sessions of a user with their refresh tokens: all, this one, or all others. */
export async function endSessions(
  db: Queryable,
  userId: string,
  sessionId: string,
  scope: SignOutScope,
): Promise<void> {
  const condition = { global: '', local: 'and id = $2', others: 'and id <> $2' }[scope];
  const values = scope === 'global' ? [userId] : [userId, sessionId];
  await db.query(`delete from auth.sessions where user_id = $1 ${condition}`, values);
}
