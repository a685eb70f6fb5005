import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Sends a sign-in code by SMS to an E.164 number; a new number gets an account. */
export async function sendCode(phone: string, locale: string): Promise<void> {
  unwrap(await db().auth.signInWithOtp({ phone, options: { data: { locale } } }));
}
