import { firstRow, type Queryable } from '../database.ts';
import type { UserRow } from './user-row.ts';

/** Columns of `auth.users` that this server writes; the values are what `pg` sends. */
export type UserChanges = Partial<
  Omit<UserRow, 'id' | 'confirmed_at' | 'created_at' | 'updated_at'> & {
    confirmation_token: string;
    recovery_token: string;
    email_change_token_new: string;
    email_change_token_current: string;
    phone_change_token: string;
    reauthentication_token: string;
  }
>;

/**
 * Writes the given columns and `updated_at`; the column names come from code, never from a request.
 * @returns the user as it is now
 */
export async function changeUser(db: Queryable, id: string, changes: UserChanges): Promise<UserRow> {
  const names = Object.keys(changes);
  const assignments = names.map((name, index) => `${name} = $${index + 2}`);
  const row = await firstRow<UserRow>(
    db,
    `update auth.users set ${[...assignments, 'updated_at = now()'].join(', ')} where id = $1 returning *`,
    [id, ...Object.values(changes)],
  );
  if (row === undefined) throw new Error(`user ${id} disappeared while it was changed`);
  return row;
}
