import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { invalid } from '../failure.ts';
import { safeRedirect } from '../redirect-url.ts';
import { emailField, type Body } from '../request-body.ts';
import { findUserByEmail } from '../users/find-user.ts';
import { readChallenge } from './pkce.ts';
import { sendEmailCode } from './send-code.ts';

/** `POST /recover`: a link to set a new password. An unknown address is answered alike, and nothing is sent. */
export async function recoverPassword(
  core: AuthCore,
  body: Body,
  client: ClientInfo,
  redirectTo?: string,
): Promise<void> {
  core.limits.request('sign-in', client);
  const email = emailField(body);
  if (email === undefined) throw invalid('Password recovery requires an email');
  const challenge = readChallenge(body);
  const user = await findUserByEmail(core.pool, email);
  if (user === undefined)
    return core.limits.pause('email', `recovery_token:${email}`, core.settings.email.maxFrequency);
  await sendEmailCode(core, user, {
    to: email,
    kind: 'recovery_token',
    mail: 'recovery',
    redirectTo: safeRedirect(core.settings, redirectTo),
    challenge,
    method: 'recovery',
  });
  await audit(core.pool, 'user_recovery_requested', user, client);
}
