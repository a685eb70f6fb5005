import type { Enums } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export const penaltyKeys = { all: ['penalties'] as const };

export type PenaltyStatus = Enums<'penalty_status'>;

/** The penalties of a merchant that the caller may see, newest first. */
export function usePenalties(merchantId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...penaltyKeys.all, merchantId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('merchant_penalties')
          .select('*, store:stores(name, translations), order:orders(number)')
          .eq('merchant_id', merchantId)
          .order('created_at', { ascending: false })
          .limit(50),
        signal,
      ),
  });
}

export type PenaltyRow = NonNullable<ReturnType<typeof usePenalties>['data']>[number];
