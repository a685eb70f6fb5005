import { firstRow, type Queryable } from '../database.ts';
import { describeUser } from './user-json.ts';
import type { FactorRow, IdentityRow, UserRow } from './user-row.ts';

/** One page of users, newest first, each with identities and factors; the filter looks in address and full name. */
export async function listUsers(
  db: Queryable,
  page: number,
  perPage: number,
  filter: string,
): Promise<{ users: Record<string, unknown>[]; total: number }> {
  const condition = `deleted_at is null and ($1 = '' or email ilike $2 or phone ilike $2 or raw_user_meta_data ->> 'full_name' ilike $2)`;
  const pattern = `%${filter.replace(/[\\%_]/g, '\\$&')}%`;
  const total = await firstRow<{ total: number }>(
    db,
    `select count(*)::int as total from auth.users where ${condition}`,
    [filter, pattern],
  );
  const { rows } = await db.query<UserRow & Record<string, unknown>>(
    `select * from auth.users where ${condition} order by created_at desc, id limit $3 offset $4`,
    [filter, pattern, perPage, (page - 1) * perPage],
  );
  const ids = rows.map((user) => user.id);
  const identities = await db.query<IdentityRow & Record<string, unknown>>(
    'select * from auth.identities where user_id = any ($1) order by created_at, provider',
    [ids],
  );
  const factors = await db.query<FactorRow & Record<string, unknown>>(
    'select * from auth.mfa_factors where user_id = any ($1) order by created_at',
    [ids],
  );
  const identitiesOf = Map.groupBy(identities.rows, (identity) => identity.user_id);
  const factorsOf = Map.groupBy(factors.rows, (factor) => factor.user_id);
  const users = rows.map((user) =>
    describeUser(user, identitiesOf.get(user.id) ?? [], factorsOf.get(user.id) ?? []),
  );
  return { users, total: total?.total ?? 0 };
}
