import { ApiError } from '../_shared/platform/api-error.ts';

interface HookPayload {
  user?: { phone?: string; new_phone?: string };
  sms?: { otp?: string; phone?: string; sms_type?: string };
}

/** The number and the code in the auth server's Send-SMS hook; 400 platform.body_invalid where one is missing. */
export function readHook(payload: HookPayload): { phone: string; otp: string } {
  const { user, sms } = payload;
  const changed = sms?.sms_type === 'phone_change' ? user?.new_phone : undefined;
  const phone = sms?.phone || changed || user?.phone;
  if (!phone || !sms?.otp) throw new ApiError(400, 'platform.body_invalid');
  return { phone, otp: sms.otp };
}
