import { SmsError, type SmsErrorKey } from '../sms-error.ts';
import type { SmsSender } from '../sms-sender.ts';
import { carrierPhone } from './carrier-phone.ts';
import type { AliyunSmsConfig } from './config.ts';
import { percentEncode } from './percent-encode.ts';
import { signAcs3 } from './sign-acs3.ts';

// The auth server gives its Send-SMS hook five seconds.
const timeoutMs = 4000;

const keys: Readonly<Record<string, SmsErrorKey>> = {
  'isv.MOBILE_NUMBER_ILLEGAL': 'sms.phone_invalid',
  'isv.BUSINESS_LIMIT_CONTROL': 'sms.rate_limited',
  'isv.DAY_LIMIT_CONTROL': 'sms.rate_limited',
  'isp.SYSTEM_ERROR': 'sms.carrier_unavailable',
};

/** The SMS port over Alibaba Cloud Dysmsapi 2017-05-25. */
export function createAliyunSms(config: AliyunSmsConfig): SmsSender {
  return {
    async send(order) {
      const parameters = {
        PhoneNumbers: carrierPhone(order.phone),
        SignName: config.signName,
        TemplateCode: config.templates[order.template] ?? order.template,
        TemplateParam: JSON.stringify(order.params),
      };
      const query = Object.entries(parameters)
        .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
        .sort()
        .join('&');
      const { accessKeyId, accessKeySecret } = config;
      const { host } = new URL(config.baseUrl);
      const headers = await signAcs3(host, 'SendSms', '2017-05-25', query, accessKeyId, accessKeySecret);
      const answer = await post(`${config.baseUrl}/?${query}`, headers);
      const code = answer.Code ?? 'NO_CODE';
      if (code === 'OK') return { messageId: answer.BizId ?? '' };
      throw new SmsError(keys[code] ?? 'sms.carrier_refused', code, answer.Message ?? '');
    },
  };
}

async function post(
  url: string,
  headers: Record<string, string>,
): Promise<Record<string, string | undefined>> {
  try {
    const init = { method: 'POST', headers: { ...headers, accept: 'application/json' } };
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    return (await response.json()) as Record<string, string | undefined>;
  } catch (error) {
    throw new SmsError('sms.carrier_unavailable', 'NETWORK', String(error));
  }
}
