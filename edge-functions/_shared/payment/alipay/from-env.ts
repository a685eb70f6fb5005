import { required, requiredPem } from '../../platform/env.ts';
import type { ProviderSettings } from '../provider-settings.ts';
import { createAlipay } from './create-alipay.ts';

/** Alipay of an installation. */
export const alipaySettings: ProviderSettings = {
  key: 'ALIPAY_APP_ID',
  currencies: { setting: 'ALIPAY_CURRENCIES', fallback: 'CNY' },
  statementTimeZone: 'Asia/Shanghai',
  create: (env) =>
    createAlipay({
      gatewayUrl: env.ALIPAY_GATEWAY_URL || 'https://openapi.alipay.com/gateway.do',
      appId: required(env, 'ALIPAY_APP_ID'),
      privateKey: requiredPem(env, 'ALIPAY_PRIVATE_KEY'),
      alipayPublicKey: requiredPem(env, 'ALIPAY_PUBLIC_KEY'),
      notifyUrl: required(env, 'ALIPAY_NOTIFY_URL'),
    }),
};
