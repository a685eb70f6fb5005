import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import type { DeskVoucher } from './desk-voucher.ts';

/** Looks a code up; nothing changes. */
export function useFindVoucher(storeId: string) {
  const client = useClient();
  return useMutation({
    mutationFn: async (code: string) =>
      (await run(
        client.rpc('find_voucher', { p_store_id: storeId, p_code: code }),
      )) as unknown as DeskVoucher,
  });
}
