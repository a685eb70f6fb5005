import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { emailField, phoneField, textField, type Body } from '../request-body.ts';
import { startSession, type TokenResponse } from '../sessions/start-session.ts';
import { passwordMatches } from '../users/password.ts';
import { isBanned } from '../users/user-row.ts';
import { findByAddress } from './sign-up.ts';

/**
 * `POST /token?grant_type=password`. An unknown account, one without a password and a wrong password get one answer.
 * @throws AuthFailure `invalid_credentials`, `email_not_confirmed`, `phone_not_confirmed`, `user_banned`
 */
export async function signInWithPassword(
  core: AuthCore,
  body: Body,
  client: ClientInfo,
): Promise<TokenResponse> {
  core.limits.request('sign-in', client);
  const email = emailField(body);
  const phone = email === undefined ? phoneField(body) : undefined;
  const address = email ?? phone;
  const kind = email === undefined ? 'phone' : 'email';
  if (address === undefined) throw invalid('missing email or phone');
  if (kind === 'phone' && !core.settings.sms.enabled) {
    throw new AuthFailure(422, 'phone_provider_disabled', 'Phone logins are disabled');
  }
  if (kind === 'email' && !core.settings.email.enabled) {
    throw new AuthFailure(422, 'email_provider_disabled', 'Email logins are disabled');
  }
  const account = `${client.ip ?? ''}:${address}`;
  core.limits.checkFailures('password', account);
  const user = await findByAddress(core, kind, address);
  const matches = await passwordMatches(textField(body, 'password') ?? '', user?.encrypted_password);
  if (user === undefined || !matches) {
    core.limits.recordFailure('password', account);
    throw new AuthFailure(400, 'invalid_credentials', 'Invalid login credentials');
  }
  core.limits.clearFailures('password', account);
  if (isBanned(user)) throw new AuthFailure(400, 'user_banned', 'User is banned');
  if (kind === 'email' && user.email_confirmed_at === null) {
    throw new AuthFailure(400, 'email_not_confirmed', 'Email not confirmed');
  }
  if (kind === 'phone' && user.phone_confirmed_at === null) {
    throw new AuthFailure(400, 'phone_not_confirmed', 'Phone not confirmed');
  }
  return inTransaction(core.pool, async (tx) => {
    await audit(tx, 'login', user, client, { provider: kind });
    return startSession(core, tx, user, 'password', client);
  });
}
