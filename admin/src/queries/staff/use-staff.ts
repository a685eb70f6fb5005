import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { MerchantRole } from '../../lib/access.ts';
import { run } from '../run.ts';

export type StaffRow = {
  merchant_id: string;
  user_id: string;
  /** Null is every store of the merchant. */
  store_id: string | null;
  role: MerchantRole;
  display_name: string | null;
  phone: string | null;
  created_at: string;
};

export const staffKey = (merchantId: string) => ['staff', merchantId] as const;

/** Who works for a merchant, with masked phones; the manager of one store sees that store's people. */
export function useStaff(merchantId: string) {
  const client = useClient();
  return useQuery({
    queryKey: staffKey(merchantId),
    queryFn: async ({ signal }) =>
      (await run(client.rpc('list_staff', { p_merchant_id: merchantId }), signal)) as unknown as StaffRow[],
  });
}
