import { AuthFailure } from '../failure.ts';
import type { AuthSettings } from '../settings.ts';
import { bcryptCompare, bcryptHash } from './bcrypt.ts';

/** bcrypt reads 72 bytes; a longer password would be cut in silence. */
const MAX_BYTES = 72;
const CHARACTER_SETS: Record<string, RegExp[]> = {
  letters_digits: [/[A-Za-z]/, /\d/],
  lower_upper_letters_digits: [/[a-z]/, /[A-Z]/, /\d/],
  lower_upper_letters_digits_symbols: [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/],
};

let nobodysHash: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return bcryptHash(password);
}

/**
 * Compares a password. Without a hash (no such user, or a user without a password) it takes as long as with one,
 * so that the time of the answer does not tell who has an account.
 */
export async function passwordMatches(password: string, hash: string | null | undefined): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody').catch((error: Error) => {
    nobodysHash = undefined;
    throw error;
  });
  const isReal = typeof hash === 'string' && hash !== '';
  const matches = await bcryptCompare(password, isReal ? hash : await nobodysHash);
  return isReal && matches;
}

/** @throws AuthFailure `weak_password` with its reasons, or `validation_failed` when it is too long to be kept whole */
export function checkPasswordStrength(settings: AuthSettings, password: string): void {
  if (Buffer.byteLength(password) > MAX_BYTES) {
    throw new AuthFailure(400, 'validation_failed', `Password cannot be longer than ${MAX_BYTES} characters`);
  }
  const missing = (CHARACTER_SETS[settings.passwordRequires] ?? []).some((set) => !set.test(password));
  const isShort = password.length < settings.passwordMinLength;
  if (!isShort && !missing) return;
  const message = isShort
    ? `Password should be at least ${settings.passwordMinLength} characters.`
    : 'Password should contain at least one character of each required kind.';
  const reasons = [...(isShort ? ['length'] : []), ...(missing ? ['characters'] : [])];
  throw new AuthFailure(422, 'weak_password', message, { weak_password: { message, reasons } });
}
