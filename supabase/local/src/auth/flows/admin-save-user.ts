import type { AuthCore } from '../core.ts';
import { inTransaction, type Queryable } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { dropTokens } from '../one-time/one-time-tokens.ts';
import { emailField, phoneField, textField, type Body } from '../request-body.ts';
import { isUuid } from '../sessions/signed-in.ts';
import { changeUser, type UserChanges } from '../users/change-user.ts';
import { addProvider, createUser } from '../users/create-user.ts';
import { findUserByEmail, findUserByPhone } from '../users/find-user.ts';
import { saveOwnIdentity } from '../users/identities.ts';
import { mergeMetadata, readAttributes } from '../users/user-attributes.ts';
import { isBanned, type UserRow } from '../users/user-row.ts';

/** `POST /admin/users`. @throws AuthFailure `validation_failed`, `email_exists`, `phone_exists` */
export async function adminCreateUser(core: AuthCore, body: Body): Promise<UserRow> {
  const email = emailField(body);
  const phone = phoneField(body);
  const id = textField(body, 'id');
  if (email === undefined && phone === undefined)
    throw invalid('Cannot create a user without either an email or phone');
  if (id !== undefined && !isUuid(id)) throw invalid('ID must conform to the uuid v4 format');
  await refuseTaken(core.pool, undefined, email, phone);
  const attributes = await readAttributes(body);
  return inTransaction(core.pool, async (tx) => {
    const user = await createUser(tx, {
      ...attributes,
      ...(id === undefined ? {} : { id }),
      raw_app_meta_data: mergeMetadata(
        { provider: email === undefined ? 'phone' : 'email', providers: [] },
        body,
        'app_metadata',
      ),
      raw_user_meta_data: mergeMetadata({}, body, 'user_metadata'),
      email: email ?? null,
      phone: phone ?? null,
    });
    return saveContacts(tx, user, body, email, phone);
  });
}

/** `PUT /admin/users/:id`: sets what is given; an address set by an administrator holds at once. */
export async function adminUpdateUser(core: AuthCore, user: UserRow, body: Body): Promise<UserRow> {
  const email = emailField(body);
  const phone = phoneField(body);
  await refuseTaken(core.pool, user.id, email, phone);
  const attributes = await readAttributes(body);
  return inTransaction(core.pool, async (tx) => {
    const changed = await changeUser(tx, user.id, {
      ...attributes,
      raw_app_meta_data: mergeMetadata(user.raw_app_meta_data, body, 'app_metadata'),
      raw_user_meta_data: mergeMetadata(user.raw_user_meta_data, body, 'user_metadata'),
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    });
    if (isBanned(changed)) await tx.query('delete from auth.sessions where user_id = $1', [user.id]);
    if (email !== undefined || phone !== undefined)
      await dropTokens(tx, user.id, ['confirmation_token', 'recovery_token']);
    return saveContacts(tx, changed, body, email, phone);
  });
}

async function saveContacts(
  tx: Queryable,
  user: UserRow,
  body: Body,
  email?: string,
  phone?: string,
): Promise<UserRow> {
  let current = user;
  for (const [kind, address] of [
    ['email', email ?? user.email],
    ['phone', phone ?? user.phone],
  ] as const) {
    if (address === null) continue;
    const isConfirmed = body[`${kind}_confirm`] === true;
    const wasConfirmed = current[`${kind}_confirmed_at`] !== null;
    const isNew = kind === 'email' ? email !== undefined : phone !== undefined;
    if (isNew) {
      await saveOwnIdentity(tx, user.id, kind, address, isConfirmed || wasConfirmed);
      current = await addProvider(tx, current, kind);
    }
    if (isConfirmed && !wasConfirmed) {
      const confirmed: UserChanges = { [`${kind}_confirmed_at`]: new Date() };
      current = await changeUser(tx, user.id, confirmed);
    }
  }
  return current;
}

async function refuseTaken(
  db: Queryable,
  ownId: string | undefined,
  email?: string,
  phone?: string,
): Promise<void> {
  const byEmail = email === undefined ? undefined : await findUserByEmail(db, email);
  if (byEmail !== undefined && byEmail.id !== ownId) {
    throw new AuthFailure(422, 'email_exists', 'A user with this email address has already been registered');
  }
  const byPhone = phone === undefined ? undefined : await findUserByPhone(db, phone);
  if (byPhone !== undefined && byPhone.id !== ownId) {
    throw new AuthFailure(422, 'phone_exists', 'Phone number already registered by another user');
  }
}
