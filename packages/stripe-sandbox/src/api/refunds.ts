import type { Notification } from '@linli/sandbox-kit';
import { newId } from '../protocol/new-id.ts';
import { textOf, textsOf, type Params } from '../protocol/parse-form.ts';
import { sendEvent } from '../protocol/send-event.ts';
import { invalidParam, missing } from '../protocol/stripe-error.ts';
import { unixNow } from '../protocol/unix-now.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Refund } from '../state.ts';

/** Validates and stores a refund of a payment intent; 400 where more is wanted than is left. */
export function newRefund(sandbox: Sandbox, params: Params): Refund {
  const { state } = sandbox.file;
  const intent = state.payment_intents[textOf(params, 'payment_intent') ?? ''];
  const charge = intent && state.charges[intent.latest_charge];
  if (!intent || !charge) throw missing('payment_intent', textOf(params, 'payment_intent') ?? '');
  const left = charge.amount - charge.amount_refunded;
  const amount = Number(textOf(params, 'amount') ?? left);
  if (!Number.isSafeInteger(amount) || amount < 1) throw invalidParam('amount', 'Invalid positive integer');
  if (left === 0)
    throw invalidParam('charge', `Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
  if (amount > left)
    throw invalidParam(
      'amount',
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
    );
  const refund: Refund = {
    id: newId('re'),
    object: 'refund',
    amount,
    charge: charge.id,
    created: unixNow(),
    currency: charge.currency,
    metadata: textsOf(params, 'metadata'),
    payment_intent: intent.id,
    status: sandbox.refundStatus,
  };
  state.refunds[refund.id] = refund;
  charge.amount_refunded += amount;
  const balanceId = newId('txn');
  state.balance_transactions[balanceId] = {
    id: balanceId,
    object: 'balance_transaction',
    amount: -amount,
    created: refund.created,
    currency: refund.currency,
    fee: 0,
    net: -amount,
    source: refund.id,
    status: 'available',
    type: 'refund',
  };
  sandbox.file.save();
  sendEvent(sandbox, 'refund.created', refund);
  return refund;
}

/** Ends a pending refund; a failed one gives its amount back to the charge. Answers the queued event. */
export function settleRefund(
  sandbox: Sandbox,
  refund: Refund,
  status: 'succeeded' | 'failed',
): Notification | null {
  if (refund.status !== 'pending') return null;
  refund.status = status;
  const charge = sandbox.file.state.charges[refund.charge];
  if (charge && status === 'failed') charge.amount_refunded -= refund.amount;
  sandbox.file.save();
  return sendEvent(sandbox, status === 'failed' ? 'refund.failed' : 'refund.updated', refund);
}
