import { randomUUID } from 'node:crypto';
import { firstRow, type Queryable } from '../database.ts';
import { changeUser, type UserChanges } from './change-user.ts';
import type { UserRow } from './user-row.ts';

const NO_INSTANCE = '00000000-0000-0000-0000-000000000000';

/** Inserts a user with the role `authenticated`; every column can be given. */
export async function createUser(db: Queryable, values: UserChanges & { id?: string }): Promise<UserRow> {
  const { id = randomUUID(), ...changes } = values;
  const row: UserChanges = {
    aud: 'authenticated',
    role: 'authenticated',
    raw_app_meta_data: {},
    raw_user_meta_data: {},
    ...changes,
  };
  const names = Object.keys(row);
  const created = await firstRow<UserRow>(
    db,
    `insert into auth.users (id, instance_id, created_at, updated_at, ${names.join(', ')})
     values ($1, '${NO_INSTANCE}', now(), now(), ${names.map((_, index) => `$${index + 2}`).join(', ')})
     returning *`,
    [id, ...Object.values(row)],
  );
  if (created === undefined) throw new Error('a user was not inserted');
  return created;
}

/** Adds a provider to the list that tokens carry as `app_metadata.provider(s)`. */
export async function addProvider(db: Queryable, user: UserRow, provider: string): Promise<UserRow> {
  const metadata = user.raw_app_meta_data ?? {};
  const listed = Array.isArray(metadata['providers']) ? metadata['providers'] : [];
  const providers = listed.includes(provider) ? listed : [...listed, provider];
  return changeUser(db, user.id, {
    raw_app_meta_data: { ...metadata, provider: metadata['provider'] ?? provider, providers },
  });
}
