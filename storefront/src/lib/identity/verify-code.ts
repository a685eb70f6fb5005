import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';

/** Signs in with the code that was sent. Throws `identity.code_wrong`. */
export async function verifyCode(phone: string, code: string): Promise<void> {
  unwrap(await db().auth.verifyOtp({ phone, token: code, type: 'sms' }));
}
