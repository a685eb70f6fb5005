import { alipaySettings } from './alipay/from-env.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { stripeSettings } from './stripe/from-env.ts';
import { wechatPaySettings } from './wechat-pay-v3/from-env.ts';

/** A vendor by its name in the database (`payment_provider`); the wallet is settled there and has no adapter. */
export type ProviderName = 'wechat_pay' | 'alipay' | 'stripe';

/** All adapters, in the order in which they are offered. */
export const providers: Readonly<Record<ProviderName, ProviderSettings>> = {
  wechat_pay: wechatPaySettings,
  alipay: alipaySettings,
  stripe: stripeSettings,
};

/** Whether there is an adapter of that name. */
export function isProvider(name: string): name is ProviderName {
  return Object.hasOwn(providers, name);
}
