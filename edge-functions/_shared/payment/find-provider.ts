import { ApiError } from '../platform/api-error.ts';
import { required, requiredPem, type Env } from '../platform/env.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { createWechatPay } from './wechat-pay-v3/create-wechat-pay.ts';

/** Gives the adapter of a provider by its name in the database; 422 payment.method_unknown where there is none. */
export type FindProvider = (name: string) => PaymentProvider;

/** Adapters are made on first use and kept, with the platform keys that they fetched. */
export function createFindProvider(env: Env): FindProvider {
  let wechatPay: PaymentProvider | undefined;
  return (name) => {
    if (name !== 'wechat_pay') throw new ApiError(422, 'payment.method_unknown', { method: name });
    wechatPay ??= createWechatPay({
      baseUrl: env.WECHAT_PAY_BASE_URL || 'https://api.mch.weixin.qq.com',
      mchid: required(env, 'WECHAT_PAY_MCHID'),
      appid: required(env, 'WECHAT_PAY_APPID'),
      serialNo: required(env, 'WECHAT_PAY_SERIAL_NO'),
      privateKey: requiredPem(env, 'WECHAT_PAY_PRIVATE_KEY'),
      apiV3Key: required(env, 'WECHAT_PAY_API_V3_KEY'),
      notifyUrl: required(env, 'WECHAT_PAY_NOTIFY_URL'),
      platformKey: env.WECHAT_PAY_PLATFORM_CERT ? requiredPem(env, 'WECHAT_PAY_PLATFORM_CERT') : null,
      platformKeyId: env.WECHAT_PAY_PUBLIC_KEY_ID || null,
    });
    return wechatPay;
  };
}
