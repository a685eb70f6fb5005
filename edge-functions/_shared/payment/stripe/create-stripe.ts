import Stripe from 'stripe';
import type { Charge, PaymentProvider } from '../payment-provider.ts';
import { ProviderError } from '../provider-error.ts';
import { unknownCharge, unknownRefund } from '../unknown-state.ts';
import type { StripeConfig } from './config.ts';
import { downloadStatement } from './download-statement.ts';
import { parseWebhook } from './parse-webhook.ts';
import { chargeState, refundState } from './states.ts';
import { asProvider } from './stripe-error.ts';

const timeoutMs = 8000;
/** A session lives 30 minutes at least, whatever is left of the order's time; what is paid late is sent back. */
const graceSeconds = 31 * 60;
const sessionSeconds = 86_400;

/**
 * The payment port over Stripe: a hosted Checkout Session a charge. Our numbers live in `client_reference_id` and in the
 * metadata of payment intent and refund.
 */
export function createStripe(config: StripeConfig): PaymentProvider {
  const host = config.baseUrl === null ? null : new URL(config.baseUrl);
  const stripe = new Stripe(config.secretKey, {
    httpClient: Stripe.createFetchHttpClient(),
    timeout: timeoutMs,
    maxNetworkRetries: 0, // our jobs repeat
    telemetry: false,
    ...(host && {
      host: host.hostname,
      port: host.port || (host.protocol === 'http:' ? 80 : 443),
      protocol: host.protocol === 'http:' ? ('http' as const) : ('https' as const),
    }),
  });

  async function findIntent(outTradeNo: string): Promise<Stripe.PaymentIntent | null> {
    const query = `metadata['out_trade_no']:'${outTradeNo.replace(/[\\']/g, '')}'`;
    const found = (await asProvider(stripe.paymentIntents.search({ query }))).data;
    return found.find((one) => one.status === 'succeeded') ?? found[0] ?? null;
  }

  async function findOpenSession(outTradeNo: string): Promise<Stripe.Checkout.Session | null> {
    const gte = Math.floor(Date.now() / 1000) - sessionSeconds;
    const list = stripe.checkout.sessions.list({ status: 'open', created: { gte }, limit: 100 });
    const open = await asProvider(list.autoPagingToArray({ limit: 10_000 }));
    return open.find((one) => one.client_reference_id === outTradeNo) ?? null;
  }

  /** The attempts at one refund of ours, newest first. */
  async function refundsOf(intentId: string, outRefundNo: string): Promise<Stripe.Refund[]> {
    const list = stripe.refunds.list({ payment_intent: intentId, limit: 100 });
    const all = await asProvider(list.autoPagingToArray({ limit: 1000 }));
    return all.filter((one) => one.metadata?.out_refund_no === outRefundNo);
  }

  async function openSession(charge: Charge): Promise<Stripe.Checkout.Session> {
    try {
      const idempotencyKey = `charge:${charge.outTradeNo}`;
      const session = await stripe.checkout.sessions.create(sessionOf(charge), { idempotencyKey });
      // A replay answers as the session was at first. The fetch client gives Headers, whatever its type says.
      const headers = new Headers(session.lastResponse.headers);
      return headers.get('idempotent-replayed') === 'true'
        ? await stripe.checkout.sessions.retrieve(session.id)
        : session;
    } catch (error) {
      // The same charge with another address to come back to: its session stays the one.
      if (!(error instanceof Stripe.errors.StripeIdempotencyError)) throw error;
      const open = await findOpenSession(charge.outTradeNo);
      if (open) return open;
      const intent = await findIntent(charge.outTradeNo);
      throw intent?.status === 'succeeded'
        ? new ProviderError('payment.already_paid', intent.status, 'the session is paid')
        : new ProviderError('payment.charge_closed', 'expired', 'the session is over');
    }
  }

  return {
    async createCharge(charge) {
      const { url, status } = await asProvider(openSession(charge));
      if (status === 'complete')
        throw new ProviderError('payment.already_paid', status, 'the session is complete');
      if (status === 'expired' || url === null)
        throw new ProviderError('payment.charge_closed', 'expired', 'the session is over');
      return { redirectUrl: url };
    },

    async queryCharge(outTradeNo) {
      const intent = await findIntent(outTradeNo);
      return intent ? chargeState(outTradeNo, intent) : unknownCharge(outTradeNo);
    },

    async closeCharge(outTradeNo) {
      const session = await findOpenSession(outTradeNo);
      if (session) {
        await asProvider(stripe.checkout.sessions.expire(session.id));
        return;
      }
      const intent = await findIntent(outTradeNo);
      if (intent?.status === 'succeeded')
        throw new ProviderError('payment.already_paid', intent.status, 'the charge is paid');
    },

    async refund(order) {
      const intent = await findIntent(order.outTradeNo);
      if (!intent)
        throw new ProviderError(
          'payment.provider_unavailable',
          'NOT_SEARCHABLE',
          'the payment intent is not found yet',
          true,
        );
      const earlier = await refundsOf(intent.id, order.outRefundNo);
      const standing = earlier.find((one) => one.status !== 'failed' && one.status !== 'canceled');
      if (standing) return refundState(standing);
      const { outTradeNo: out_trade_no, outRefundNo: out_refund_no } = order;
      const refund = await asProvider(
        stripe.refunds.create(
          {
            payment_intent: intent.id,
            amount: order.amountCents,
            metadata: { out_trade_no, out_refund_no, reason: order.reason.slice(0, 500) },
          },
          { idempotencyKey: `refund:${out_refund_no}:${earlier.length}` },
        ),
      );
      return refundState(refund);
    },

    async queryRefund(outTradeNo, outRefundNo) {
      const intent = await findIntent(outTradeNo);
      const refunds = intent ? await refundsOf(intent.id, outRefundNo) : [];
      const [latest] = refunds;
      return latest ? refundState(latest) : unknownRefund(outRefundNo);
    },

    parseWebhook: (headers, body) => parseWebhook(stripe, config.webhookSecret, headers, body),
    downloadStatement: (on) => downloadStatement(stripe, on),
  };
}

function sessionOf(charge: Charge): Stripe.Checkout.SessionCreateParams {
  const metadata = { out_trade_no: charge.outTradeNo, description: charge.description.slice(0, 500) };
  const name = charge.description.slice(0, 250);
  const price_data = {
    currency: charge.currency.toLowerCase(),
    unit_amount: charge.amountCents,
    product_data: { name },
  };
  return {
    mode: 'payment',
    client_reference_id: charge.outTradeNo,
    success_url: charge.returnUrl,
    cancel_url: charge.returnUrl,
    expires_at: Math.floor(Date.parse(charge.expiresAt) / 1000) + graceSeconds,
    line_items: [{ quantity: 1, price_data }],
    metadata,
    payment_intent_data: { metadata, description: charge.description.slice(0, 1000) },
  };
}
