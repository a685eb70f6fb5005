import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Makes an account with e-mail and password. `false` when the e-mail must be confirmed first. */
export async function signUpWithPassword(email: string, password: string, locale: string): Promise<boolean> {
  const { session } = unwrap(await db().auth.signUp({ email, password, options: { data: { locale } } }));
  return session !== null;
}
