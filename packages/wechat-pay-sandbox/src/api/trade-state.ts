import type { Sandbox } from '../sandbox.ts';
import type { TradeState, Transaction } from '../state/types.ts';

/** The state as of now: an order unpaid at its expiry is closed. */
export function currentState(sandbox: Sandbox, transaction: Transaction): TradeState {
  const expired = transaction.expires_at !== null && transaction.expires_at <= new Date().toISOString();
  if (transaction.trade_state === 'NOTPAY' && expired) {
    transaction.trade_state = 'CLOSED';
    sandbox.file.save();
  }
  return transaction.trade_state;
}
