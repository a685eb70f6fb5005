import type { Notification } from '@linli/sandbox-kit';
import { newId } from '../protocol/new-id.ts';
import { sendEvent } from '../protocol/send-event.ts';
import { invalidParam } from '../protocol/stripe-error.ts';
import { unixNow } from '../protocol/unix-now.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Session } from '../state.ts';

/**
 * The payer pays by card: the session is complete, its payment intent, charge and balance transaction exist.
 * Answers the queued event, null where it is lost (`notify` false). 400 where there is nothing left to pay.
 */
export function paySession(sandbox: Sandbox, session: Session, notify = true): Notification | null {
  if (session.status !== 'open') throw invalidParam('session', `This Checkout Session is ${session.status}`);
  const { state } = sandbox.file;
  const [intentId, chargeId, balanceId] = [newId('pi'), newId('ch'), newId('txn')];
  const created = unixNow();
  const { amount_total: amount, currency } = session;
  const metadata = state.intent_metadata[session.id] ?? {};
  const money = { amount, created, currency };
  state.payment_intents[intentId] = {
    ...money,
    id: intentId,
    object: 'payment_intent',
    amount_received: amount,
    latest_charge: chargeId,
    livemode: false,
    metadata,
    status: 'succeeded',
  };
  state.charges[chargeId] = {
    ...money,
    id: chargeId,
    object: 'charge',
    amount_refunded: 0,
    metadata,
    paid: true,
    payment_intent: intentId,
    status: 'succeeded',
  };
  const fee = Math.round(amount * 0.015) + 25;
  state.balance_transactions[balanceId] = {
    ...money,
    id: balanceId,
    object: 'balance_transaction',
    fee,
    net: amount - fee,
    source: chargeId,
    status: 'available',
    type: 'charge',
  };
  session.status = 'complete';
  session.payment_status = 'paid';
  session.payment_intent = intentId;
  session.url = null;
  sandbox.file.save();
  return notify ? sendEvent(sandbox, 'checkout.session.completed', session) : null;
}
