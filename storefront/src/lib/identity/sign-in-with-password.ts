import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Signs in with e-mail and password. Throws `identity.credentials_wrong`. */
export async function signInWithPassword(email: string, password: string): Promise<void> {
  unwrap(await db().auth.signInWithPassword({ email, password }));
}
