import type { Queryable } from '../database.ts';
import { changeUser } from './change-user.ts';
import { addProvider, createUser } from './create-user.ts';
import { saveOwnIdentity } from './identities.ts';
import type { UserRow } from './user-row.ts';

export type ContactKind = 'email' | 'phone';

export interface NewContact {
  kind: ContactKind;
  /** Normalised e-mail address, or phone digits without `+`. */
  address: string;
  passwordHash?: string;
  metadata: Record<string, unknown>;
  isConfirmed: boolean;
}

/** Creates a user known by an e-mail address or a phone number, with the identity that belongs to it. */
export async function createContactUser(tx: Queryable, contact: NewContact): Promise<UserRow> {
  const { kind, address, metadata, isConfirmed } = contact;
  const user = await createUser(tx, {
    [kind]: address,
    encrypted_password: contact.passwordHash ?? '',
    [`${kind}_confirmed_at`]: isConfirmed ? new Date() : null,
    raw_app_meta_data: { provider: kind, providers: [kind] },
    raw_user_meta_data: metadata,
  });
  await saveOwnIdentity(tx, user.id, kind, address, isConfirmed);
  const described = { sub: user.id, [kind]: address, email_verified: false, phone_verified: false };
  return changeUser(tx, user.id, {
    raw_user_meta_data: { ...metadata, ...described, ...verified(kind, isConfirmed) },
  });
}

/** The user proved the address: it is confirmed, its identity says so, and an anonymous user becomes a lasting one. */
export async function confirmContact(
  tx: Queryable,
  user: UserRow,
  kind: ContactKind,
  address: string,
): Promise<UserRow> {
  await saveOwnIdentity(tx, user.id, kind, address, true);
  const confirmedAt = kind === 'email' ? user.email_confirmed_at : user.phone_confirmed_at;
  const isSame = user[kind] === address;
  const changed = await changeUser(tx, user.id, {
    [kind]: address,
    [`${kind}_confirmed_at`]: isSame && confirmedAt !== null ? confirmedAt : new Date(),
    is_anonymous: false,
    raw_user_meta_data: { ...user.raw_user_meta_data, ...verified(kind, true) },
  });
  return addProvider(tx, changed, kind);
}

function verified(kind: ContactKind, isVerified: boolean): Record<string, boolean> {
  return isVerified ? { [`${kind}_verified`]: true } : {};
}
