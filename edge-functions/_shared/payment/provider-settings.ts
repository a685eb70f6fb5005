import type { Env } from '../platform/env.ts';
import type { PaymentProvider } from './payment-provider.ts';

/** How a provider is made from the settings of an installation. */
export interface ProviderSettings {
  /** The setting without which the provider is not offered. */
  key: string;
  /** The setting that lists what may be charged in, and what it is where it is not set. */
  currencies: { setting: string; fallback: string };
  /** In which a day of its statement begins and ends. */
  statementTimeZone: 'Asia/Shanghai' | 'UTC';
  create(env: Env): PaymentProvider;
}
