import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PayoutAccount = { holder_name: string; bank_name: string; account_number: string };

/** The account to transfer to; each look is written down. */
export function useRevealAccount() {
  const client = useClient();
  return useMutation({
    mutationFn: async (payoutId: string) =>
      (await run(client.rpc('reveal_payout_account', { p_payout_id: payoutId }))) as unknown as PayoutAccount,
  });
}
