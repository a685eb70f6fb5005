import type { AuthCore } from '../core.ts';
import { firstRow, type Queryable } from '../database.ts';
import { dropTokens, type WaitingToken } from '../one-time/one-time-tokens.ts';
import { changeUser } from '../users/change-user.ts';
import { confirmContact } from '../users/contact-user.ts';
import type { UserRow } from '../users/user-row.ts';

/** The user after a proof; `isHalf` when the other e-mail address must confirm the change too. */
export interface Proved {
  user: UserRow;
  isHalf: boolean;
}

/** Uses a token up and writes what it proves: an address is the user's, or changes to a new one. */
export async function applyProof(
  core: AuthCore,
  tx: Queryable,
  user: UserRow,
  token: WaitingToken,
): Promise<Proved> {
  await dropTokens(tx, user.id, [token.token_type]);
  switch (token.token_type) {
    case 'email_change_token_new':
    case 'email_change_token_current':
      return applyEmailChange(core, tx, user);
    case 'phone_change_token': {
      const changed = await confirmContact(tx, user, 'phone', token.relates_to);
      return { user: await changeUser(tx, changed.id, { phone_change: '' }), isHalf: false };
    }
    case 'confirmation_token':
    case 'recovery_token':
    case 'reauthentication_token': {
      const kind = token.relates_to.includes('@') ? 'email' : 'phone';
      return { user: await confirmContact(tx, user, kind, token.relates_to), isHalf: false };
    }
  }
}

async function applyEmailChange(core: AuthCore, tx: Queryable, user: UserRow): Promise<Proved> {
  const text = `select 1 as one from auth.one_time_tokens
    where user_id = $1 and token_type in ('email_change_token_new', 'email_change_token_current')`;
  const other = await firstRow<{ one: number }>(tx, text, [user.id]);
  if (other !== undefined && core.settings.email.doubleConfirmChanges) {
    return { user: await changeUser(tx, user.id, { email_change_confirm_status: 1 }), isHalf: true };
  }
  const changed = await confirmContact(tx, user, 'email', user.email_change ?? '');
  await dropTokens(tx, user.id, ['email_change_token_new', 'email_change_token_current']);
  const settled = await changeUser(tx, changed.id, { email_change: '', email_change_confirm_status: 0 });
  return { user: settled, isHalf: false };
}
