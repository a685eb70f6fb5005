import type { Enums } from '@linli/database';
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

/** What a merchant or rider has earned, may take out and is being paid. */
export function usePayoutBalance(party: Enums<'settlement_party'>, partyId: string, currency: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['payout-balance', party, partyId, currency],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_payout_balance', { p_party: party, p_party_id: partyId, p_currency: currency }),
        signal,
      )) as unknown as PayoutBalance,
  });
}
