import type { AuthCore } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { actionLink, type MailKind } from '../messages/send-mail.ts';
import { generateOtp, hashOtp, issueToken } from '../one-time/one-time-tokens.ts';
import type { TokenKind } from '../one-time/token-kinds.ts';
import { safeRedirect } from '../redirect-url.ts';
import { emailField, objectField, textField, type Body } from '../request-body.ts';
import { changeUser } from '../users/change-user.ts';
import { createContactUser } from '../users/contact-user.ts';
import { findUserByEmail, findUserById } from '../users/find-user.ts';
import { checkPasswordStrength, hashPassword } from '../users/password.ts';
import { userJson } from '../users/user-json.ts';
import type { UserRow } from '../users/user-row.ts';
import { findOrInvite } from './invite-user.ts';

interface Link {
  user: UserRow;
  kind: TokenKind;
  mail: MailKind;
  to: string;
}

/**
 * `POST /admin/generate_link`: the link and code that an e-mail would carry, for the caller to send.
 * Types: `signup`, `invite`, `magiclink`, `recovery`, `email_change_current`, `email_change_new`.
 */
export async function generateLink(
  core: AuthCore,
  body: Body,
  redirectQuery?: string,
): Promise<Record<string, unknown>> {
  const email = emailField(body);
  if (email === undefined) throw invalid('An email address is required');
  const type = textField(body, 'type') ?? '';
  const link = await prepare(core, type, email, body);
  const otp = generateOtp(core.settings.email.otpLength);
  const tokenHash = await issueToken(
    core.pool,
    link.user.id,
    link.kind,
    hashOtp(core.keys.jwtSecret, link.to, otp),
    link.to,
  );
  const redirectTo = safeRedirect(
    core.settings,
    textField(body, 'redirect_to') ?? textField(body, 'redirectTo') ?? redirectQuery,
  );
  const user = (await findUserById(core.pool, link.user.id)) ?? link.user;
  return {
    ...(await userJson(core.pool, user)),
    action_link: actionLink(core, { kind: link.mail, tokenHash, redirectTo }),
    email_otp: otp,
    hashed_token: tokenHash,
    verification_type: link.mail === 'email_change' ? type : link.mail,
    redirect_to: redirectTo,
  };
}

async function prepare(core: AuthCore, type: string, email: string, body: Body): Promise<Link> {
  switch (type) {
    case 'invite':
      return {
        user: await findOrInvite(core, email, metadata(body)),
        kind: 'confirmation_token',
        mail: 'invite',
        to: email,
      };
    case 'signup':
      return { user: await signUp(core, email, body), kind: 'confirmation_token', mail: 'signup', to: email };
    case 'magiclink': {
      const user = (await findUserByEmail(core.pool, email)) ?? (await create(core, email, metadata(body)));
      return { user, kind: 'recovery_token', mail: 'magiclink', to: email };
    }
    case 'recovery':
      return { user: await known(core, email), kind: 'recovery_token', mail: 'recovery', to: email };
    case 'email_change_current':
    case 'email_change_new':
      return prepareEmailChange(core, type, email, body);
    default:
      throw invalid(`Invalid email action link type requested: ${type}`);
  }
}

async function prepareEmailChange(core: AuthCore, type: string, email: string, body: Body): Promise<Link> {
  const target = emailField(body, 'new_email');
  if (target === undefined) throw invalid('A new email address is required');
  if ((await findUserByEmail(core.pool, target)) !== undefined) {
    throw new AuthFailure(422, 'email_exists', 'A user with this email address has already been registered');
  }
  const user = await changeUser(core.pool, (await known(core, email)).id, {
    email_change: target,
    email_change_confirm_status: 0,
  });
  const isCurrent = type === 'email_change_current';
  return {
    user,
    kind: isCurrent ? 'email_change_token_current' : 'email_change_token_new',
    mail: 'email_change',
    to: isCurrent ? email : target,
  };
}

async function signUp(core: AuthCore, email: string, body: Body): Promise<UserRow> {
  const password = textField(body, 'password');
  if (password === undefined) throw invalid('Signup requires a valid password');
  checkPasswordStrength(core.settings, password);
  const existing = await findUserByEmail(core.pool, email);
  if (existing !== undefined && existing.email_confirmed_at !== null) {
    throw new AuthFailure(422, 'email_exists', 'A user with this email address has already been registered');
  }
  const passwordHash = await hashPassword(password);
  if (existing !== undefined) return changeUser(core.pool, existing.id, { encrypted_password: passwordHash });
  return create(core, email, metadata(body), passwordHash);
}

function create(
  core: AuthCore,
  email: string,
  data: Record<string, unknown>,
  passwordHash?: string,
): Promise<UserRow> {
  return inTransaction(core.pool, (tx) =>
    createContactUser(tx, {
      kind: 'email',
      address: email,
      passwordHash,
      metadata: data,
      isConfirmed: false,
    }),
  );
}

async function known(core: AuthCore, email: string): Promise<UserRow> {
  const user = await findUserByEmail(core.pool, email);
  if (user === undefined) throw new AuthFailure(404, 'user_not_found', 'User with this email not found');
  return user;
}

function metadata(body: Body): Record<string, unknown> {
  return objectField(body, 'data') ?? {};
}
