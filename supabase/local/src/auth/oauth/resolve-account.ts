import type { AuthCore } from '../core.ts';
import type { Queryable } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import { changeUser } from '../users/change-user.ts';
import { addProvider, createUser } from '../users/create-user.ts';
import { findUserByEmail, findUserById } from '../users/find-user.ts';
import { findIdentity, saveIdentity } from '../users/identities.ts';
import { isBanned, type UserRow } from '../users/user-row.ts';
import type { Profile } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';

/**
 * The user whom a provider's profile belongs to: by account, else by an e-mail address that the provider verified,
 * else a new one.
 * @throws AuthFailure `provider_email_needs_verification`, `signup_disabled`, `user_banned`
 */
export async function resolveAccount(
  core: AuthCore,
  tx: Queryable,
  settings: ProviderSettings,
  profile: Profile,
): Promise<UserRow> {
  const identity = await findIdentity(tx, settings.name, profile.providerId);
  const known = identity === undefined ? undefined : await findUserById(tx, identity.user_id);
  const user =
    known ?? (await byVerifiedEmail(tx, settings, profile)) ?? (await createFor(core, tx, settings, profile));
  if (isBanned(user)) throw new AuthFailure(400, 'user_banned', 'User is banned');
  return attach(tx, user, settings, profile);
}

/**
 * Adds a provider's account to a user who is signed in.
 * @throws AuthFailure `identity_already_exists` when the account is somebody's already
 */
export async function linkAccount(
  tx: Queryable,
  user: UserRow,
  settings: ProviderSettings,
  profile: Profile,
): Promise<UserRow> {
  if ((await findIdentity(tx, settings.name, profile.providerId)) !== undefined) {
    throw new AuthFailure(422, 'identity_already_exists', 'Identity is already linked to another user');
  }
  const linked = await attach(tx, user, settings, profile);
  return linked.is_anonymous ? changeUser(tx, linked.id, { is_anonymous: false }) : linked;
}

async function attach(
  tx: Queryable,
  user: UserRow,
  settings: ProviderSettings,
  profile: Profile,
): Promise<UserRow> {
  await saveIdentity(tx, {
    userId: user.id,
    provider: settings.name,
    providerId: profile.providerId,
    data: profile.claims,
  });
  const changed = await changeUser(tx, user.id, {
    raw_user_meta_data: { ...user.raw_user_meta_data, ...profile.claims },
  });
  return addProvider(tx, changed, settings.name);
}

async function byVerifiedEmail(
  tx: Queryable,
  settings: ProviderSettings,
  profile: Profile,
): Promise<UserRow | undefined> {
  if (profile.email === undefined && !settings.emailOptional) {
    throw new AuthFailure(
      422,
      'provider_email_needs_verification',
      'Error getting user email from external provider',
    );
  }
  if (profile.email === undefined) return undefined;
  const user = await findUserByEmail(tx, profile.email);
  if (user === undefined) return undefined;
  if (!profile.isEmailVerified) {
    throw new AuthFailure(
      422,
      'provider_email_needs_verification',
      `Unverified email with ${settings.name}. Verify the email with ${settings.name} in order to sign in`,
    );
  }
  if (user.email_confirmed_at !== null) return user;
  // Whoever signed up with this address never proved it: nothing of theirs may open the owner's account.
  await tx.query('delete from auth.identities where user_id = $1', [user.id]);
  await tx.query('delete from auth.sessions where user_id = $1', [user.id]);
  return changeUser(tx, user.id, {
    encrypted_password: '',
    email_confirmed_at: new Date(),
    raw_app_meta_data: {},
    raw_user_meta_data: {},
  });
}

function createFor(
  core: AuthCore,
  tx: Queryable,
  settings: ProviderSettings,
  profile: Profile,
): Promise<UserRow> {
  if (!core.settings.signupEnabled)
    throw new AuthFailure(422, 'signup_disabled', 'Signups not allowed for this instance');
  const isProved = profile.email !== undefined && profile.isEmailVerified;
  if (profile.email !== undefined && !isProved && !settings.emailOptional) {
    throw new AuthFailure(
      422,
      'provider_email_needs_verification',
      `Unverified email with ${settings.name}. Verify the email with ${settings.name} in order to sign in`,
    );
  }
  return createUser(tx, {
    email: isProved ? profile.email : null,
    email_confirmed_at: isProved ? new Date() : null,
    raw_app_meta_data: { provider: settings.name, providers: [settings.name] },
    raw_user_meta_data: profile.claims,
  });
}
