import { createHash } from 'node:crypto';
import type { AuthCore } from '../core.ts';
import { inTransaction } from '../database.ts';
import { changeUser } from '../users/change-user.ts';
import type { UserRow } from '../users/user-row.ts';

/**
 * Deletes a user. Softly: the row stays for what refers to it, without anything that tells who it was and without a way
 * back in. Hard: the row and what cascades from it go; a reference that forbids it is an error.
 */
export async function deleteUser(core: AuthCore, user: UserRow, isSoft: boolean): Promise<void> {
  if (!isSoft) {
    await core.pool.query('delete from auth.users where id = $1', [user.id]);
    return;
  }
  await inTransaction(core.pool, async (tx) => {
    await changeUser(tx, user.id, {
      email: obscured(user.id, user.email),
      phone: obscured(user.id, user.phone)?.slice(0, 15) ?? null,
      encrypted_password: '',
      raw_user_meta_data: {},
      raw_app_meta_data: {},
      email_change: '',
      phone_change: '',
      deleted_at: new Date(),
    });
    for (const table of ['sessions', 'one_time_tokens', 'mfa_factors'])
      await tx.query(`delete from auth.${table} where user_id = $1`, [user.id]);
    await tx.query(
      `update auth.identities set provider_id = encode(sha256(convert_to(user_id || provider_id, 'utf8')), 'hex'), identity_data = '{}'
       where user_id = $1`,
      [user.id],
    );
  });
}

function obscured(userId: string, value: string | null): string | null {
  return value === null
    ? null
    : createHash('sha256')
        .update(userId + value)
        .digest('base64url');
}
