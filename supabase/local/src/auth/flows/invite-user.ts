import type { AuthCore } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { safeRedirect } from '../redirect-url.ts';
import { emailField, objectField, type Body } from '../request-body.ts';
import { changeUser } from '../users/change-user.ts';
import { createContactUser } from '../users/contact-user.ts';
import { findUserByEmail } from '../users/find-user.ts';
import type { UserRow } from '../users/user-row.ts';
import { sendEmailCode } from './send-code.ts';

/** Creates a user without a password and sends the link with which they come in. @throws AuthFailure `email_exists` */
export async function inviteUser(core: AuthCore, body: Body, redirectTo?: string): Promise<UserRow> {
  const email = emailField(body);
  if (email === undefined) throw invalid('An email address is required');
  const user = await findOrInvite(core, email, objectField(body, 'data') ?? {});
  await sendEmailCode(core, user, {
    to: email,
    kind: 'confirmation_token',
    mail: 'invite',
    redirectTo: safeRedirect(core.settings, redirectTo),
    method: 'invite',
  });
  return user;
}

/** The invited user, new or still unconfirmed. @throws AuthFailure `email_exists` when they came in already */
export async function findOrInvite(
  core: AuthCore,
  email: string,
  metadata: Record<string, unknown>,
): Promise<UserRow> {
  const existing = await findUserByEmail(core.pool, email);
  if (existing !== undefined && existing.email_confirmed_at !== null) {
    throw new AuthFailure(422, 'email_exists', 'A user with this email address has already been registered');
  }
  return inTransaction(core.pool, async (tx) => {
    const user =
      existing ??
      (await createContactUser(tx, { kind: 'email', address: email, metadata, isConfirmed: false }));
    return changeUser(tx, user.id, { invited_at: new Date() });
  });
}
