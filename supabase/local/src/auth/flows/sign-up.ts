import { randomUUID } from 'node:crypto';
import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { emailField, objectField, phoneField, textField, type Body } from '../request-body.ts';
import { safeRedirect } from '../redirect-url.ts';
import { startSession, type TokenResponse } from '../sessions/start-session.ts';
import { changeUser } from '../users/change-user.ts';
import { createContactUser, type ContactKind } from '../users/contact-user.ts';
import { createUser } from '../users/create-user.ts';
import { findUserByEmail, findUserByPhone, findUserById } from '../users/find-user.ts';
import { checkPasswordStrength, hashPassword } from '../users/password.ts';
import { describeUser, userJson } from '../users/user-json.ts';
import { isConfirmed, type UserRow } from '../users/user-row.ts';
import { readChallenge } from './pkce.ts';
import { sendEmailCode, sendPhoneCode } from './send-code.ts';

type Json = Record<string, unknown>;

/**
 * `POST /signup`: by e-mail or phone with a password, or anonymously when neither is given.
 * @returns tokens when no confirmation is needed, else the user who must confirm first
 */
export async function signUp(
  core: AuthCore,
  body: Body,
  client: ClientInfo,
  redirectTo?: string,
): Promise<Json> {
  const email = emailField(body);
  const phone = email === undefined ? phoneField(body) : undefined;
  const metadata = objectField(body, 'data') ?? {};
  const kind: ContactKind = email === undefined ? 'phone' : 'email';
  const address = email ?? phone;
  if (address === undefined && textField(body, 'password') === undefined)
    return signUpAnonymously(core, metadata, client);
  core.limits.request('sign-in', client);
  checkSignupAllowed(core, kind);
  if (address === undefined) throw invalid('Sign up only available with email or phone provider');
  const password = textField(body, 'password');
  if (password === undefined) throw invalid('Signup requires a valid password');
  checkPasswordStrength(core.settings, password);
  const challenge = kind === 'email' ? readChallenge(body) : undefined;
  const passwordHash = await hashPassword(password);
  const existing = await findByAddress(core, kind, address);
  if (existing !== undefined && isConfirmed(existing)) return answerExisting(core, kind, address, metadata);
  const isOpen = core.settings[kind === 'email' ? 'email' : 'sms'].autoconfirm;
  if (isOpen && existing === undefined) {
    return inTransaction(core.pool, async (tx) => {
      const user = await createContactUser(tx, { kind, address, passwordHash, metadata, isConfirmed: true });
      await audit(tx, 'user_signedup', user, client, { provider: kind });
      return startSession(core, tx, user, 'password', client);
    });
  }
  const user = existing ?? (await createUnconfirmed(core, kind, address, passwordHash, metadata, client));
  if (kind === 'phone') await sendPhoneCode(core, user, address, 'confirmation_token');
  else {
    const redirect = safeRedirect(core.settings, redirectTo);
    await sendEmailCode(core, user, {
      to: address,
      kind: 'confirmation_token',
      mail: 'signup',
      redirectTo: redirect,
      challenge,
      method: 'email/signup',
    });
  }
  // Whoever asked last gets the code, so theirs is the password: nobody can lie in wait with one of their own.
  if (existing !== undefined) {
    await changeUser(core.pool, user.id, {
      encrypted_password: passwordHash,
      raw_user_meta_data: { ...user.raw_user_meta_data, ...metadata },
    });
  }
  const current = (await findUserById(core.pool, user.id)) ?? user;
  return userJson(core.pool, current);
}

/** @throws AuthFailure when the settings do not let new users in by this way */
export function checkSignupAllowed(core: AuthCore, kind: ContactKind): void {
  if (!core.settings.signupEnabled) {
    throw new AuthFailure(422, 'signup_disabled', 'Signups not allowed for this instance');
  }
  if (kind === 'email' && !core.settings.email.enabled) {
    throw new AuthFailure(400, 'email_provider_disabled', 'Email signups are disabled');
  }
  if (kind === 'phone' && !core.settings.sms.enabled) {
    throw new AuthFailure(400, 'phone_provider_disabled', 'Phone signups are disabled');
  }
}

export function findByAddress(
  core: AuthCore,
  kind: ContactKind,
  address: string,
): Promise<UserRow | undefined> {
  return kind === 'email' ? findUserByEmail(core.pool, address) : findUserByPhone(core.pool, address);
}

async function signUpAnonymously(core: AuthCore, metadata: Json, client: ClientInfo): Promise<TokenResponse> {
  core.limits.request('anonymous', client);
  if (!core.settings.signupEnabled)
    throw new AuthFailure(422, 'signup_disabled', 'Signups not allowed for this instance');
  if (!core.settings.anonymousEnabled) {
    throw new AuthFailure(422, 'anonymous_provider_disabled', 'Anonymous sign-ins are disabled');
  }
  return inTransaction(core.pool, async (tx) => {
    const user = await createUser(tx, { is_anonymous: true, raw_user_meta_data: metadata });
    return startSession(core, tx, user, 'anonymous', client);
  });
}

function createUnconfirmed(
  core: AuthCore,
  kind: ContactKind,
  address: string,
  passwordHash: string,
  metadata: Json,
  client: ClientInfo,
) {
  return inTransaction(core.pool, async (tx) => {
    const user = await createContactUser(tx, { kind, address, passwordHash, metadata, isConfirmed: false });
    await audit(tx, 'user_confirmation_requested', user, client, { provider: kind });
    return user;
  });
}

/** Where sign-ups are confirmed, a taken address is answered like a new one, so that nobody learns who has an account. */
function answerExisting(core: AuthCore, kind: ContactKind, address: string, metadata: Json): Json {
  const settings = core.settings[kind === 'email' ? 'email' : 'sms'];
  if (settings.autoconfirm) throw new AuthFailure(422, 'user_already_exists', 'User already registered');
  if (kind === 'phone') core.limits.pause('sms', address, settings.maxFrequency);
  else core.limits.pause('email', `confirmation_token:${address}`, settings.maxFrequency);
  const [id, now] = [randomUUID(), new Date()];
  const data = { sub: id, [kind]: address, email_verified: false, phone_verified: false };
  const none = {
    encrypted_password: null,
    email_confirmed_at: null,
    invited_at: null,
    recovery_sent_at: null,
    email_change: null,
    email_change_sent_at: null,
    email_change_confirm_status: 0,
    last_sign_in_at: null,
    phone_confirmed_at: null,
    phone_change: null,
    phone_change_sent_at: null,
    confirmed_at: null,
    banned_until: null,
    reauthentication_sent_at: null,
    deleted_at: null,
  };
  const user: UserRow = {
    ...none,
    id,
    aud: 'authenticated',
    role: 'authenticated',
    email: null,
    phone: null,
    [kind]: address,
    confirmation_sent_at: now,
    raw_app_meta_data: { provider: kind, providers: [kind] },
    raw_user_meta_data: { ...metadata, ...data },
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
  const identity = {
    id: randomUUID(),
    provider_id: id,
    user_id: id,
    identity_data: data,
    provider: kind,
    last_sign_in_at: now,
    created_at: now,
    updated_at: now,
    email: kind === 'email' ? address : null,
  };
  return describeUser(user, [identity], []);
}
