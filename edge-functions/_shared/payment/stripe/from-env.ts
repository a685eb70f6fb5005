import { required } from '../../platform/env.ts';
import type { ProviderSettings } from '../provider-settings.ts';
import { createStripe } from './create-stripe.ts';

/** Stripe of an installation. */
export const stripeSettings: ProviderSettings = {
  key: 'STRIPE_SECRET_KEY',
  currencies: { setting: 'STRIPE_CURRENCIES', fallback: 'EUR,USD,GBP,CHF' },
  statementTimeZone: 'UTC',
  create: (env) =>
    createStripe({
      baseUrl: env.STRIPE_BASE_URL || null,
      secretKey: required(env, 'STRIPE_SECRET_KEY'),
      webhookSecret: required(env, 'STRIPE_WEBHOOK_SECRET'),
    }),
};
