import type { Env } from '../platform/env.ts';
import { isProvider, providers, type ProviderName } from './providers.ts';

/** A provider that this installation has keys for, and what it charges in (ISO 4217). */
export interface OfferedProvider {
  provider: ProviderName;
  currencies: string[];
}

/** What can be paid with here, the first choice first. */
export function offeredProviders(env: Env): OfferedProvider[] {
  return Object.entries(providers).flatMap(([provider, { key, currencies }]) => {
    if (!isProvider(provider) || !env[key]) return [];
    const list = env[currencies.setting] || currencies.fallback;
    return [{ provider, currencies: list.split(',').map((code) => code.trim().toUpperCase()) }];
  });
}
