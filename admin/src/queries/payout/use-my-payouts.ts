import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { payoutsKey } from './use-payout-balance.ts';

export type MyPayout = Tables<'payouts'>;

/** What a merchant has withdrawn, newest first. */
export function useMyPayouts(merchantId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...payoutsKey(merchantId), 'list'],
    queryFn: ({ signal }) =>
      run(
        client
          .from('payouts')
          .select('*')
          .eq('party', 'merchant')
          .eq('party_id', merchantId)
          .order('created_at', { ascending: false })
          .limit(200),
        signal,
      ),
    refetchInterval: 60_000,
  });
}
