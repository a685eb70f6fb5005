import Stripe from 'stripe';
import { ProviderError } from '../provider-error.ts';

/** Awaits a call of the SDK and turns its error into a ProviderError. */
export async function asProvider<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const code = error.code ?? error.type;
    const isBusy =
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeRateLimitError ||
      (error.statusCode ?? 0) >= 500;
    throw isBusy
      ? new ProviderError('payment.provider_unavailable', code, error.message, true)
      : new ProviderError('payment.provider_refused', code, error.message);
  }
}
