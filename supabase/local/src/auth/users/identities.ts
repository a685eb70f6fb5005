import { firstRow, type Queryable } from '../database.ts';
import type { IdentityRow } from './user-row.ts';

export interface NewIdentity {
  userId: string;
  provider: string;
  providerId: string;
  data: Record<string, unknown>;
}

/** Inserts an identity, or refreshes the data of the one that exists for this provider's account. */
export async function saveIdentity(db: Queryable, identity: NewIdentity): Promise<IdentityRow> {
  const row = await firstRow<IdentityRow & Record<string, unknown>>(
    db,
    `insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
     values ($1, $2, $3, $4, now(), now(), now())
     on conflict (provider_id, provider) do update
       set identity_data = auth.identities.identity_data || excluded.identity_data, last_sign_in_at = now(), updated_at = now()
     returning *`,
    [identity.providerId, identity.userId, identity.data, identity.provider],
  );
  if (row === undefined) throw new Error('an identity was not saved');
  return row;
}

export function findIdentity(
  db: Queryable,
  provider: string,
  providerId: string,
): Promise<IdentityRow | undefined> {
  const text = 'select * from auth.identities where provider = $1 and provider_id = $2';
  return firstRow<IdentityRow & Record<string, unknown>>(db, text, [provider, providerId]);
}

/** The identity of an e-mail address or phone number that Auth itself keeps; its account id is the user's id. */
export function saveOwnIdentity(
  db: Queryable,
  userId: string,
  provider: 'email' | 'phone',
  contact: string,
  isVerified: boolean,
): Promise<IdentityRow> {
  const data = { sub: userId, [provider]: contact, email_verified: false, phone_verified: false };
  return saveIdentity(db, {
    userId,
    provider,
    providerId: userId,
    data: { ...data, [`${provider}_verified`]: isVerified },
  });
}
