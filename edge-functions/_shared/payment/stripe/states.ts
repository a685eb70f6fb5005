import type Stripe from 'stripe';
import type { ChargeState, RefundState } from '../payment-provider.ts';

/** Reads a payment intent; one that waits for the payer, or for the bank, is unpaid. */
export function chargeState(outTradeNo: string, intent: Stripe.PaymentIntent): ChargeState {
  const { status } = intent;
  return {
    status: status === 'succeeded' ? 'captured' : status === 'canceled' ? 'closed' : 'unpaid',
    outTradeNo,
    transactionId: intent.id,
    amountCents: intent.amount,
    occurredAt: status === 'succeeded' ? instantOf(intent.created) : null,
    payload: { id: intent.id, status, currency: intent.currency },
  };
}

/** Reads a Checkout Session: complete and paid, over, or open. */
export function sessionState(outTradeNo: string, session: Stripe.Checkout.Session): ChargeState {
  const intent = session.payment_intent;
  const { id, status, payment_status, currency } = session;
  return {
    status: payment_status === 'paid' ? 'captured' : status === 'expired' ? 'closed' : 'unpaid',
    outTradeNo,
    transactionId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amountCents: session.amount_total,
    occurredAt: null,
    payload: { id, status, payment_status, currency },
  };
}

/** Reads a refund that we made. */
export function refundState(refund: Stripe.Refund): RefundState {
  const { id, status, metadata, payment_intent: intent } = refund;
  const isFailed = status === 'failed' || status === 'canceled';
  return {
    status: status === 'succeeded' ? 'refunded' : isFailed ? 'failed' : 'processing',
    outRefundNo: metadata?.out_refund_no ?? '',
    outTradeNo: metadata?.out_trade_no ?? null,
    refundId: id,
    transactionId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amountCents: refund.amount,
    occurredAt: instantOf(refund.created),
    payload: { id, status, failure_reason: refund.failure_reason ?? null },
  };
}

/** ISO 8601 of Unix seconds. */
export function instantOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
