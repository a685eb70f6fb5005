import { ProviderError } from '../_shared/payment/provider-error.ts';
import type { PayoutOrder, PayoutProvider, PayoutState } from '../_shared/payout/payout-provider.ts';
import { recordPayout } from '../_shared/payout/record-payout.ts';
import type { Rpc } from '../_shared/platform/rpc.ts';

/** A row of `claim_payouts`. */
export interface ClaimedPayout {
  payout_id: string;
  out_payout_no: string;
  amount_cents: number;
  currency: string;
  party: 'merchant' | 'rider';
  holder_name: string;
  bank_name: string;
  account_number: string;
  attempt_count: number;
}

/**
 * Has a provider pay one payout and answers its status; an end is recorded. An account that no provider can pay to, and
 * a definite refusal, is recorded as failed, so that finance pays by hand; the refusal is thrown as ProviderError. An
 * attempt before this one may have reached a provider that is gone from the configuration: then nothing is recorded,
 * and ProviderError `payment.provider_unavailable` is thrown.
 */
export async function payOut(
  rpc: Rpc,
  findProvider: (order: PayoutOrder) => PayoutProvider | null,
  row: ClaimedPayout,
): Promise<string> {
  const order: PayoutOrder = {
    outPayoutNo: row.out_payout_no,
    amountCents: row.amount_cents,
    currency: row.currency,
    party: row.party,
    bankName: row.bank_name,
    account: row.account_number,
  };
  const provider = findProvider(order);
  if (!provider && row.attempt_count > 1)
    throw new ProviderError('payment.provider_unavailable', 'NO_PROVIDER', 'no provider to ask again', true);
  let state: PayoutState;
  try {
    state = provider ? await provider.pay(order) : failed(order, 'account_unsupported');
  } catch (error) {
    if (error instanceof ProviderError && isRefusal(error))
      await recordPayout(rpc, failed(order, error.code), order.amountCents);
    throw error;
  }
  await recordPayout(rpc, state, order.amountCents);
  return state.status;
}

/** The provider's own word; an answer without its code (`HTTP_…`) is from somebody between. */
function isRefusal({ key, code, isRetryable }: ProviderError): boolean {
  return key === 'payment.provider_refused' && !isRetryable && !code.startsWith('HTTP_');
}

function failed(order: PayoutOrder, reason: string): PayoutState {
  const { outPayoutNo, amountCents } = order;
  return { status: 'failed', outPayoutNo, reference: null, amountCents, reason, payload: {} };
}
