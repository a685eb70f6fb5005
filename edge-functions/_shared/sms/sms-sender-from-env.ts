import { required, type Env } from '../platform/env.ts';
import { createAliyunSms } from './aliyun/create-aliyun-sms.ts';
import type { SmsSender } from './sms-sender.ts';

/** The carrier of this installation. ALIYUN_SMS_TEMPLATES, a JSON dictionary, names registered codes by template. */
export function smsSenderFromEnv(env: Env): SmsSender {
  return createAliyunSms({
    baseUrl: env.ALIYUN_SMS_BASE_URL || 'https://dysmsapi.aliyuncs.com',
    accessKeyId: required(env, 'ALIYUN_ACCESS_KEY_ID'),
    accessKeySecret: required(env, 'ALIYUN_ACCESS_KEY_SECRET'),
    signName: required(env, 'ALIYUN_SMS_SIGN_NAME'),
    templates: JSON.parse(env.ALIYUN_SMS_TEMPLATES || '{}') as Record<string, string>,
  });
}
