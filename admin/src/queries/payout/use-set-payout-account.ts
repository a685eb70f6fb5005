import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { payoutsKey } from './use-payout-balance.ts';

export type AccountDraft = { holder_name: string; bank_name: string; number: string };

/** Where a merchant is paid. The number is kept encrypted and shown masked. Errors are left to the caller. */
export function useSetPayoutAccount(merchantId: string, currency: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: AccountDraft) =>
      run(
        client.rpc('set_payout_account', {
          p_party: 'merchant',
          p_party_id: merchantId,
          p_holder_name: draft.holder_name.trim(),
          p_bank_name: draft.bank_name.trim(),
          p_account_number: draft.number,
          p_currency: currency,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: payoutsKey(merchantId) }),
  });
}
