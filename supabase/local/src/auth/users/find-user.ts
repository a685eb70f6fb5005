import { firstRow, type Queryable } from '../database.ts';
import type { FactorRow, IdentityRow, UserRow } from './user-row.ts';

export function findUserById(db: Queryable, id: string): Promise<UserRow | undefined> {
  return firstRow<UserRow>(db, 'select * from auth.users where id = $1 and deleted_at is null', [id]);
}

/** @param email already normalised by `readEmail` */
export function findUserByEmail(db: Queryable, email: string): Promise<UserRow | undefined> {
  return firstRow<UserRow>(
    db,
    'select * from auth.users where email = $1 and not is_sso_user and deleted_at is null',
    [email],
  );
}

/** @param phone digits without `+`, as `readPhone` gives them */
export function findUserByPhone(db: Queryable, phone: string): Promise<UserRow | undefined> {
  return firstRow<UserRow>(db, 'select * from auth.users where phone = $1 and deleted_at is null', [phone]);
}

export async function findIdentities(db: Queryable, userId: string): Promise<IdentityRow[]> {
  const text = 'select * from auth.identities where user_id = $1 order by created_at, provider';
  return (await db.query<IdentityRow & Record<string, unknown>>(text, [userId])).rows;
}

export async function findFactors(db: Queryable, userId: string): Promise<FactorRow[]> {
  const text = 'select * from auth.mfa_factors where user_id = $1 order by created_at';
  return (await db.query<FactorRow & Record<string, unknown>>(text, [userId])).rows;
}
