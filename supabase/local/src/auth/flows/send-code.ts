import type { AuthCore } from '../core.ts';
import { inTransaction } from '../database.ts';
import { dropTokens, generateOtp, hashOtp, issueToken } from '../one-time/one-time-tokens.ts';
import { SENT_AT, type TokenKind } from '../one-time/token-kinds.ts';
import { messagePause } from '../limits/limits.ts';
import { sendMail, type MailKind } from '../messages/send-mail.ts';
import { sendSms } from '../messages/send-sms.ts';
import type { SignInMethod } from '../sessions/session-row.ts';
import type { UserRow } from '../users/user-row.ts';
import { beginFlow, type Challenge } from './pkce.ts';

/**
 * Sends a new code to a phone; the one before no longer works.
 * @param phone digits without `+`
 * @throws AuthFailure 429 when the last code is too young, `sms_send_failed` when it could not be sent
 */
export async function sendPhoneCode(
  core: AuthCore,
  user: UserRow,
  phone: string,
  kind: 'confirmation_token' | 'phone_change_token' | 'reauthentication_token',
): Promise<void> {
  const { maxFrequency, otpLength, testOtp } = core.settings.sms;
  const fixed = testOtp.get(phone);
  if (fixed === undefined) {
    checkPause('sms', user[SENT_AT[kind]], maxFrequency);
    core.limits.pause('sms', phone, maxFrequency);
    core.limits.message('sms');
  }
  const otp = fixed ?? generateOtp(otpLength);
  await issueToken(core.pool, user.id, kind, hashOtp(core.keys.jwtSecret, phone, otp), phone);
  try {
    await sendSms(core, user, phone, otp);
  } catch (error) {
    await dropTokens(core.pool, user.id, [kind], true);
    core.limits.endPause('sms', phone);
    throw error;
  }
}

export interface EmailCode {
  to: string;
  kind: TokenKind;
  mail: MailKind;
  redirectTo: string;
  challenge?: Challenge;
  method: SignInMethod;
}

/**
 * Sends a new code and link to an e-mail address; the one before no longer works.
 * @throws AuthFailure 429 when the last one is too young, or the hook's refusal
 */
export async function sendEmailCode(core: AuthCore, user: UserRow, code: EmailCode): Promise<void> {
  const { maxFrequency, otpLength } = core.settings.email;
  checkPause('email', user[SENT_AT[code.kind]], maxFrequency);
  core.limits.pause('email', `${code.kind}:${code.to}`, maxFrequency);
  const otp = generateOtp(otpLength);
  const hash = hashOtp(core.keys.jwtSecret, code.to, otp);
  const tokenHash = await inTransaction(core.pool, async (tx) => {
    if (code.challenge !== undefined) {
      await beginFlow(tx, {
        challenge: code.challenge,
        provider: 'email',
        method: code.method,
        userId: user.id,
      });
    }
    return issueToken(tx, user.id, code.kind, hash, code.to, code.challenge !== undefined);
  });
  try {
    await sendMail(core, user, { kind: code.mail, to: code.to, otp, tokenHash, redirectTo: code.redirectTo });
  } catch (error) {
    await dropTokens(core.pool, user.id, [code.kind], true);
    core.limits.endPause('email', `${code.kind}:${code.to}`);
    throw error;
  }
}

function checkPause(kind: 'email' | 'sms', sentAt: Date | null, maxFrequency: number): void {
  if (sentAt === null) return;
  const left = Math.ceil(maxFrequency - (Date.now() - sentAt.getTime()) / 1000);
  if (left > 0) throw messagePause(kind, left);
}
