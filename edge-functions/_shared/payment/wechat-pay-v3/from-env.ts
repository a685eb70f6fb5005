import { required, requiredPem, type Env } from '../../platform/env.ts';
import type { ProviderSettings } from '../provider-settings.ts';
import type { WechatPayConfig } from './config.ts';
import { createWechatPay } from './create-wechat-pay.ts';

/** WeChat Pay of an installation. */
export const wechatPaySettings: ProviderSettings = {
  key: 'WECHAT_PAY_MCHID',
  currencies: { setting: 'WECHAT_PAY_CURRENCIES', fallback: 'CNY' },
  statementTimeZone: 'Asia/Shanghai',
  create: (env) => createWechatPay(wechatPayConfig(env)),
};

/** The merchant's settings; throws an Error that names what is missing. */
export function wechatPayConfig(env: Env): WechatPayConfig {
  return {
    baseUrl: env.WECHAT_PAY_BASE_URL || 'https://api.mch.weixin.qq.com',
    mchid: required(env, 'WECHAT_PAY_MCHID'),
    appid: required(env, 'WECHAT_PAY_APPID'),
    serialNo: required(env, 'WECHAT_PAY_SERIAL_NO'),
    privateKey: requiredPem(env, 'WECHAT_PAY_PRIVATE_KEY'),
    apiV3Key: required(env, 'WECHAT_PAY_API_V3_KEY'),
    notifyUrl: required(env, 'WECHAT_PAY_NOTIFY_URL'),
    platformKey: env.WECHAT_PAY_PLATFORM_CERT ? requiredPem(env, 'WECHAT_PAY_PLATFORM_CERT') : null,
    platformKeyId: env.WECHAT_PAY_PUBLIC_KEY_ID || null,
  };
}
