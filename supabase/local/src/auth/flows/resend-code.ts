import type { AuthCore, ClientInfo } from '../core.ts';
import { firstRow } from '../database.ts';
import { invalid } from '../failure.ts';
import { safeRedirect } from '../redirect-url.ts';
import { emailField, phoneField, textField, type Body } from '../request-body.ts';
import { findUserByEmail, findUserByPhone } from '../users/find-user.ts';
import type { UserRow } from '../users/user-row.ts';
import { readChallenge } from './pkce.ts';
import { sendEmailCode, sendPhoneCode } from './send-code.ts';

/** `POST /resend` with type `signup`, `email_change`, `sms` or `phone_change`: the pending message once more, or nothing. */
export async function resendCode(
  core: AuthCore,
  body: Body,
  client: ClientInfo,
  redirectTo?: string,
): Promise<void> {
  core.limits.request('sign-in', client);
  const redirect = safeRedirect(core.settings, redirectTo);
  const challenge = readChallenge(body);
  const email = emailField(body);
  const phone = phoneField(body);
  switch (textField(body, 'type')) {
    case 'signup': {
      const user = email === undefined ? undefined : await findUserByEmail(core.pool, email);
      const waits = user !== undefined && user.email_confirmed_at === null;
      if (!waits) return decoy(core, 'email', `confirmation_token:${email}`);
      return sendEmailCode(core, user, {
        to: user.email ?? '',
        kind: 'confirmation_token',
        mail: 'signup',
        redirectTo: redirect,
        challenge,
        method: 'email/signup',
      });
    }
    case 'email_change': {
      const user = await findChanging(core, 'email_change', email);
      if (user === undefined) return decoy(core, 'email', `email_change_token_new:${email}`);
      return sendEmailCode(core, user, {
        to: user.email_change ?? '',
        kind: 'email_change_token_new',
        mail: 'email_change',
        redirectTo: redirect,
        challenge,
        method: 'email_change',
      });
    }
    case 'sms': {
      const user = phone === undefined ? undefined : await findUserByPhone(core.pool, phone);
      const waits = user !== undefined && user.phone_confirmed_at === null;
      return waits
        ? sendPhoneCode(core, user, user.phone ?? '', 'confirmation_token')
        : decoy(core, 'sms', phone);
    }
    case 'phone_change': {
      const user = await findChanging(core, 'phone_change', phone);
      return user === undefined
        ? decoy(core, 'sms', phone)
        : sendPhoneCode(core, user, user.phone_change ?? '', 'phone_change_token');
    }
    default:
      throw invalid('Missing one of these types: signup, email_change, sms, phone_change');
  }
}

/** A change is resent to whoever knows the old address (as clients do) or the new one. */
function findChanging(
  core: AuthCore,
  column: 'email_change' | 'phone_change',
  address: string | undefined,
): Promise<UserRow | undefined> {
  const own = column === 'email_change' ? 'email' : 'phone';
  return firstRow<UserRow & Record<string, unknown>>(
    core.pool,
    `select * from auth.users where ${column} <> '' and (${own} = $1 or ${column} = $1) and deleted_at is null limit 1`,
    [address ?? ''],
  );
}

function decoy(core: AuthCore, kind: 'email' | 'sms', address: string | undefined): void {
  if (address === undefined) throw invalid('Type provided requires an email address or a phone number');
  core.limits.pause(
    kind,
    address,
    kind === 'email' ? core.settings.email.maxFrequency : core.settings.sms.maxFrequency,
  );
}
