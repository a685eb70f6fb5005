import type { AuthCore } from '../core.ts';
import { AuthFailure } from '../failure.ts';
import { runHook } from '../hooks/run-hook.ts';
import { userJson } from '../users/user-json.ts';
import type { UserRow } from '../users/user-row.ts';

/**
 * Hands a code to the Send-SMS hook; numbers of `[auth.sms.test_otp]` get none, their code is known.
 * @param phone digits without `+`; the hook gets it in `sms.phone`, as the user's own may be the old one
 * @throws AuthFailure `sms_send_failed` or the hook's own refusal
 */
export async function sendSms(core: AuthCore, user: UserRow, phone: string, otp: string): Promise<void> {
  if (core.settings.sms.testOtp.has(phone)) return;
  const hook = core.settings.hooks.sendSms;
  if (hook === undefined) {
    throw new AuthFailure(
      422,
      'sms_send_failed',
      'Error sending sms OTP to provider: no Send-SMS hook is configured',
    );
  }
  const described = await userJson(core.pool, user);
  await runHook(core.pool, hook, { user: described, sms: { otp, phone } });
}
