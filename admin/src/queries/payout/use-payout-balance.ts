import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The answer of `get_payout_balance`; minor units. */
export type PayoutBalance = {
  currency: string;
  balance_cents: number;
  settled_cents: number;
  available_cents: number;
  minimum_cents: number;
  pending_cents: number;
  account: { holder_name: string; bank_name: string; account_masked: string } | null;
};

export const payoutsKey = (merchantId: string) => ['payouts', merchantId] as const;

/** What a merchant has earned and may have paid out; refused to who does not manage the whole merchant. */
export function usePayoutBalance(merchantId: string, currency: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...payoutsKey(merchantId), 'balance', currency],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_payout_balance', {
          p_party: 'merchant',
          p_party_id: merchantId,
          p_currency: currency,
        }),
        signal,
      )) as unknown as PayoutBalance,
  });
}
