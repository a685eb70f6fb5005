import Stripe from 'stripe';
import { chargeEvent } from '../charge-event.ts';
import type { PaymentEvent } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';
import { refundEvent } from '../refund-event.ts';
import { instantOf, refundState, sessionState } from './states.ts';

const toleranceSeconds = 300;

/**
 * Verifies the Stripe-Signature of an event and reads it. Null for what is not about a charge or a refund of ours.
 * Throws ProviderError payment.signature_invalid where the signature is missing, wrong or older than 5 minutes.
 */
export async function parseWebhook(
  stripe: Stripe,
  secret: string,
  headers: Headers,
  body: string,
): Promise<PaymentEvent | null> {
  const signature = headers.get('stripe-signature') ?? '';
  let event: Stripe.Event;
  try {
    const provider = Stripe.createSubtleCryptoProvider();
    event = await stripe.webhooks.constructEventAsync(body, signature, secret, toleranceSeconds, provider);
  } catch (error) {
    throw new ProviderError('payment.signature_invalid', 'WRONG', String(error));
  }
  const fact = factOf(event);
  return fact && { ...fact, eventId: event.id };
}

function factOf(event: Stripe.Event): PaymentEvent | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired': {
      const outTradeNo = event.data.object.client_reference_id;
      if (outTradeNo === null) return null;
      const state = sessionState(outTradeNo, event.data.object);
      const isFailed = event.type === 'checkout.session.async_payment_failed';
      const status = isFailed ? 'closed' : state.status;
      return chargeEvent({ ...state, status, occurredAt: instantOf(event.created) });
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed': {
      const state = refundState(event.data.object);
      if (state.outRefundNo === '' || state.outTradeNo === null) return null;
      return refundEvent({ ...state, occurredAt: instantOf(event.created) }, state.outTradeNo, 0);
    }
    default:
      return null;
  }
}
