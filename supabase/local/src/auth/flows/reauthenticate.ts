import type { AuthCore } from '../core.ts';
import { firstRow, type Queryable } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { dropTokens, hashOtp, type WaitingToken } from '../one-time/one-time-tokens.ts';
import type { UserRow } from '../users/user-row.ts';
import { sendEmailCode, sendPhoneCode } from './send-code.ts';

/** Sends a nonce with which a user confirms a new password. @throws AuthFailure when the user has no proved address */
export async function reauthenticate(core: AuthCore, user: UserRow): Promise<void> {
  if (user.email !== null && user.email_confirmed_at !== null) {
    return sendEmailCode(core, user, {
      to: user.email,
      kind: 'reauthentication_token',
      mail: 'reauthentication',
      redirectTo: '',
      method: 'otp',
    });
  }
  if (user.phone !== null && user.phone_confirmed_at !== null)
    return sendPhoneCode(core, user, user.phone, 'reauthentication_token');
  throw invalid('Reauthentication requires the user to have an email or a phone number');
}

/** Uses the nonce up. @throws AuthFailure `reauthentication_not_valid`, or 429 after too many wrong ones */
export async function useNonce(core: AuthCore, db: Queryable, user: UserRow, nonce: string): Promise<void> {
  core.limits.checkFailures('code', `nonce:${user.id}`);
  const token = await firstRow<WaitingToken & Record<string, unknown>>(
    db,
    `select *, extract(epoch from timezone('utc', clock_timestamp()) - created_at)::float8 as age
     from auth.one_time_tokens where user_id = $1 and token_type = 'reauthentication_token'`,
    [user.id],
  );
  const isPhone = token?.relates_to === user.phone;
  const maxAge = isPhone ? core.settings.sms.otpExpiry : core.settings.email.otpExpiry;
  const isRight =
    token !== undefined &&
    token.age <= maxAge &&
    token.token_hash === hashOtp(core.keys.jwtSecret, token.relates_to, nonce);
  if (!isRight) {
    core.limits.recordFailure('code', `nonce:${user.id}`);
    throw new AuthFailure(422, 'reauthentication_not_valid', 'Nonce has expired or is invalid');
  }
  await dropTokens(db, user.id, ['reauthentication_token']);
}
