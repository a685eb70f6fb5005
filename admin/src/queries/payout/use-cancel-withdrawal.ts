import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { payoutsKey } from './use-payout-balance.ts';

/** Takes a withdrawal back that is not approved yet. */
export function useCancelWithdrawal(merchantId: string) {
  return useCommand(
    (client, id: string, key) =>
      run(client.rpc('cancel_payout', { p_payout_id: id, p_idempotency_key: key })),
    { done: 'withdraw.cancelled', refresh: [payoutsKey(merchantId)] },
  );
}
