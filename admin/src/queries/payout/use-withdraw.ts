import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { payoutsKey } from './use-payout-balance.ts';

/** Asks for settled money of a merchant; finance approves it. */
export function useWithdraw(merchantId: string, currency: string) {
  return useCommand(
    (client, cents: number, key) =>
      run(
        client.rpc('request_payout', {
          p_party: 'merchant',
          p_party_id: merchantId,
          p_amount_cents: cents,
          p_currency: currency,
          p_idempotency_key: key,
        }),
      ),
    { done: 'withdraw.done', refresh: [payoutsKey(merchantId)] },
  );
}
