import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { safeRedirect } from '../redirect-url.ts';
import { emailField, objectField, phoneField, type Body } from '../request-body.ts';
import { changeUser } from '../users/change-user.ts';
import { createContactUser, type ContactKind } from '../users/contact-user.ts';
import { isConfirmed, type UserRow } from '../users/user-row.ts';
import { readChallenge } from './pkce.ts';
import { sendEmailCode, sendPhoneCode } from './send-code.ts';
import { checkSignupAllowed, findByAddress } from './sign-up.ts';

/**
 * `POST /otp`: a code by SMS, or a code and a magic link by e-mail; a new address becomes a user unless `create_user`
 * is false. An unknown address is then answered like a known one, and nothing is sent.
 */
export async function sendOtp(
  core: AuthCore,
  body: Body,
  client: ClientInfo,
  redirectTo?: string,
): Promise<void> {
  core.limits.request('sign-in', client);
  const email = emailField(body);
  const phone = email === undefined ? phoneField(body) : undefined;
  const address = email ?? phone;
  const kind: ContactKind = email === undefined ? 'phone' : 'email';
  if (address === undefined) throw invalid('Only an email address or phone number should be provided');
  checkProvider(core, kind);
  const challenge = kind === 'email' ? readChallenge(body) : undefined;
  const existing = await findByAddress(core, kind, address);
  if (existing === undefined && body['create_user'] === false) return pretend(core, kind, address);
  const user = existing ?? (await createFor(core, kind, address, objectField(body, 'data') ?? {}, client));
  const isNew = !isConfirmed(user);
  if (kind === 'phone') await sendPhoneCode(core, user, address, 'confirmation_token');
  else {
    await sendEmailCode(core, user, {
      to: address,
      kind: isNew ? 'confirmation_token' : 'recovery_token',
      mail: isNew ? 'signup' : 'magiclink',
      redirectTo: safeRedirect(core.settings, redirectTo),
      challenge,
      method: isNew ? 'email/signup' : 'magiclink',
    });
  }
  // A password that nobody confirmed may be somebody else's: it must not survive the owner's sign-in by code.
  if (existing !== undefined && isNew) await changeUser(core.pool, user.id, { encrypted_password: '' });
}

function checkProvider(core: AuthCore, kind: ContactKind): void {
  if (kind === 'phone' && !core.settings.sms.enabled) {
    throw new AuthFailure(400, 'phone_provider_disabled', 'Unsupported phone provider');
  }
  if (kind === 'email' && !core.settings.email.enabled) {
    throw new AuthFailure(422, 'email_provider_disabled', 'Email logins are disabled');
  }
}

function createFor(
  core: AuthCore,
  kind: ContactKind,
  address: string,
  metadata: Record<string, unknown>,
  client: ClientInfo,
): Promise<UserRow> {
  checkSignupAllowed(core, kind);
  return inTransaction(core.pool, async (tx) => {
    const user = await createContactUser(tx, { kind, address, metadata, isConfirmed: false });
    await audit(tx, 'user_confirmation_requested', user, client, { provider: kind });
    return user;
  });
}

function pretend(core: AuthCore, kind: ContactKind, address: string): void {
  if (kind === 'phone') core.limits.pause('sms', address, core.settings.sms.maxFrequency);
  else core.limits.pause('email', `recovery_token:${address}`, core.settings.email.maxFrequency);
}
