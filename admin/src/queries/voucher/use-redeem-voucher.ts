import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import type { DeskVoucher } from './desk-voucher.ts';
import { redemptionsKey } from './use-redemptions.ts';

/** Takes a voucher, once: `key` belongs to the look-up, so that a repeat after a broken connection changes nothing. */
export function useRedeemVoucher(storeId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ code, key }: { code: string; key: string }) =>
      (await run(
        client.rpc('redeem_voucher', { p_store_id: storeId, p_code: code, p_idempotency_key: key }),
      )) as unknown as DeskVoucher,
    onSettled: () => queries.invalidateQueries({ queryKey: redemptionsKey(storeId) }),
  });
}
