import { ApiError } from '../platform/api-error.ts';
import type { Env } from '../platform/env.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { isProvider, providers } from './providers.ts';

/** Gives the adapter of a provider by its name in the database. */
export type FindProvider = (name: string) => PaymentProvider;

/**
 * Adapters are made on first use and kept, with the keys that they fetched. 422 payment.method_unknown where there is no
 * such provider, payment.method_unavailable where the installation has no keys for it.
 */
export function createFindProvider(env: Env): FindProvider {
  const made = new Map<string, PaymentProvider>();
  return (name) => {
    if (!isProvider(name)) throw new ApiError(422, 'payment.method_unknown', { method: name });
    const settings = providers[name];
    if (!env[settings.key]) throw new ApiError(422, 'payment.method_unavailable', { method: name });
    const provider = made.get(name) ?? settings.create(env);
    made.set(name, provider);
    return provider;
  };
}
