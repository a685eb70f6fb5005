import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import type { DeskVoucher } from './desk-voucher.ts';

export const redemptionsKey = (storeId: string) => ['redemptions', storeId] as const;

/** Vouchers that a store took between two instants, newest first. */
export function useRedemptions(storeId: string, from: string, to: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...redemptionsKey(storeId), from, to],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('list_voucher_redemptions', { p_store_id: storeId, p_from: from, p_to: to }),
        signal,
      )) as unknown as DeskVoucher[],
  });
}
