import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { inTransaction } from '../database.ts';
import { safeRedirect } from '../redirect-url.ts';
import { emailField, objectField, phoneField, textField, type Body } from '../request-body.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import type { SignedIn } from '../sessions/signed-in.ts';
import { changeUser } from '../users/change-user.ts';
import { confirmContact } from '../users/contact-user.ts';
import { findFactors, findUserByEmail, findUserById, findUserByPhone } from '../users/find-user.ts';
import { checkPasswordStrength, hashPassword, passwordMatches } from '../users/password.ts';
import { userJson } from '../users/user-json.ts';
import type { UserRow } from '../users/user-row.ts';
import { readChallenge } from './pkce.ts';
import { useNonce } from './reauthenticate.ts';
import { sendEmailCode, sendPhoneCode } from './send-code.ts';

const FRESH_SESSION_MS = 24 * 3600 * 1000;

/**
 * `PUT /user`: password, e-mail, phone and own metadata. A new address holds when it is confirmed.
 * @throws AuthFailure `insufficient_aal`, `email_exists`, `phone_exists`, `same_password`, `weak_password`,
 *   `reauthentication_needed`, `reauthentication_not_valid`
 */
export async function updateOwnUser(
  core: AuthCore,
  { user, session }: SignedIn,
  body: Body,
  client: ClientInfo,
  redirectTo?: string,
): Promise<Record<string, unknown>> {
  const email = emailField(body);
  const phone = phoneField(body);
  const password = textField(body, 'password');
  const metadata = objectField(body, 'data');
  const challenge = readChallenge(body);
  if (session.aal === 'aal1' && (email ?? phone ?? password) !== undefined)
    await requireSecondFactor(core, user);
  const newEmail = email === user.email ? undefined : email;
  const newPhone = phone === user.phone ? undefined : phone;
  if (newEmail !== undefined && (await findUserByEmail(core.pool, newEmail)) !== undefined) {
    throw new AuthFailure(422, 'email_exists', 'A user with this email address has already been registered');
  }
  if (newPhone !== undefined && (await findUserByPhone(core.pool, newPhone)) !== undefined) {
    throw new AuthFailure(422, 'phone_exists', 'A user with this phone number has already been registered');
  }
  if (password !== undefined) {
    const isOld = Date.now() - session.created_at.getTime() > FRESH_SESSION_MS;
    if (core.settings.email.securePasswordChange && isOld) await requireNonce(core, user, body);
    await changePassword(core, user, session.id, password, newEmail ?? newPhone);
    await audit(core.pool, 'user_updated_password', user, client);
  }
  if (metadata !== undefined) await mergeMetadata(core, user.id, metadata);
  const current = (await findUserById(core.pool, user.id)) ?? user;
  if (newEmail !== undefined)
    await beginEmailChange(core, current, newEmail, safeRedirect(core.settings, redirectTo), challenge);
  if (newPhone !== undefined) await beginPhoneChange(core, current, newPhone);
  await audit(core.pool, 'user_modified', user, client);
  return userJson(core.pool, (await findUserById(core.pool, user.id)) ?? user);
}

async function requireSecondFactor(core: AuthCore, user: UserRow): Promise<void> {
  const factors = await findFactors(core.pool, user.id);
  if (factors.some((factor) => factor.status === 'verified')) {
    throw new AuthFailure(
      401,
      'insufficient_aal',
      'AAL2 session is required to update email or password when MFA is enabled.',
    );
  }
}

async function requireNonce(core: AuthCore, user: UserRow, body: Body): Promise<void> {
  const nonce = textField(body, 'nonce');
  if (nonce === undefined)
    throw new AuthFailure(400, 'reauthentication_needed', 'Password update requires reauthentication');
  await useNonce(core, core.pool, user, nonce);
}

async function changePassword(
  core: AuthCore,
  user: UserRow,
  sessionId: string,
  password: string,
  newAddress?: string,
): Promise<void> {
  if (user.is_anonymous && newAddress === undefined && user.email_change === '' && user.phone_change === '') {
    throw invalid('Updating password of an anonymous user without an email or phone is not allowed');
  }
  checkPasswordStrength(core.settings, password);
  if (await passwordMatches(password, user.encrypted_password)) {
    throw new AuthFailure(422, 'same_password', 'New password should be different from the old password.');
  }
  const encrypted = await hashPassword(password);
  await inTransaction(core.pool, async (tx) => {
    await changeUser(tx, user.id, { encrypted_password: encrypted });
    await endSessions(tx, user.id, sessionId, 'others');
  });
}

async function mergeMetadata(
  core: AuthCore,
  userId: string,
  metadata: Record<string, unknown>,
): Promise<void> {
  await core.pool.query(
    `update auth.users set updated_at = now(), raw_user_meta_data =
       (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(coalesce(raw_user_meta_data, '{}') || $2::jsonb) where value <> 'null')
     where id = $1`,
    [userId, metadata],
  );
}

async function beginEmailChange(
  core: AuthCore,
  user: UserRow,
  email: string,
  redirectTo: string,
  challenge: ReturnType<typeof readChallenge>,
): Promise<void> {
  if (core.settings.email.autoconfirm) {
    await inTransaction(core.pool, (tx) => confirmContact(tx, user, 'email', email));
    return;
  }
  await changeUser(core.pool, user.id, { email_change: email, email_change_confirm_status: 0 });
  const common = { mail: 'email_change', redirectTo, method: 'email_change' } as const;
  await sendEmailCode(core, user, { ...common, to: email, kind: 'email_change_token_new', challenge });
  if (core.settings.email.doubleConfirmChanges && user.email !== null && user.email !== '') {
    const fresh = { ...user, email_change_sent_at: null };
    await sendEmailCode(core, fresh, {
      ...common,
      to: user.email,
      kind: 'email_change_token_current',
      challenge,
    });
  }
}

async function beginPhoneChange(core: AuthCore, user: UserRow, phone: string): Promise<void> {
  if (core.settings.sms.autoconfirm) {
    await inTransaction(core.pool, (tx) => confirmContact(tx, user, 'phone', phone));
    return;
  }
  await changeUser(core.pool, user.id, { phone_change: phone });
  await sendPhoneCode(core, user, phone, 'phone_change_token');
}
