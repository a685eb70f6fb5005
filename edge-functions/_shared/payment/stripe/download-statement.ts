import type Stripe from 'stripe';
import type { StatementRow } from '../payment-provider.ts';
import { asProvider } from './stripe-error.ts';
import { instantOf } from './states.ts';

/** The balance transactions of a UTC day that are charges or refunds of ours. */
export async function downloadStatement(stripe: Stripe, on: string): Promise<StatementRow[]> {
  const gte = Date.parse(`${on}T00:00:00Z`) / 1000;
  const created = { gte, lt: gte + 86_400 };
  const list = stripe.balanceTransactions.list({ created, limit: 100, expand: ['data.source'] });
  const all = await asProvider(list.autoPagingToArray({ limit: 10_000 }));
  return all.map(rowOf).filter((row) => row !== null);
}

function rowOf(transaction: Stripe.BalanceTransaction): StatementRow | null {
  const { source } = transaction;
  if (source === null || typeof source === 'string') return null;
  if (source.object !== 'charge' && source.object !== 'refund') return null;
  const outTradeNo = source.metadata?.out_trade_no;
  if (!outTradeNo) return null;
  const isRefund = source.object === 'refund';
  const intent = source.payment_intent;
  const paymentId = typeof intent === 'string' ? intent : intent?.id;
  return {
    kind: isRefund ? 'refund' : 'payment',
    outTradeNo,
    outRefundNo: isRefund ? (source.metadata?.out_refund_no ?? null) : null,
    transactionId: isRefund ? source.id : (paymentId ?? source.id),
    amountCents: Math.abs(transaction.amount),
    feeCents: transaction.fee,
    currency: transaction.currency.toUpperCase(),
    occurredAt: instantOf(transaction.created),
  };
}
