import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type StaffRow = {
  user_id: string;
  store_id: string | null;
  role: 'manager' | 'order_clerk' | 'courier';
  display_name: string | null;
  phone: string | null;
  created_at: string;
};

/** What belongs to a merchant: stores, staff, contracts, licences. */
export function useMerchantParts(merchantId: string) {
  const client = useClient();
  const stores = useQuery({
    queryKey: ['merchant', merchantId, 'stores'],
    queryFn: ({ signal }) =>
      run(
        client
          .from('stores')
          .select('id,name,translations,street,is_published,closed_until,monthly_sales_count,rating_average')
          .eq('merchant_id', merchantId)
          .order('name'),
        signal,
      ),
  });
  const staff = useQuery({
    queryKey: ['merchant', merchantId, 'staff'],
    queryFn: async ({ signal }) =>
      (await run(client.rpc('list_staff', { p_merchant_id: merchantId }), signal)) as unknown as StaffRow[],
  });
  const contracts = useQuery({
    queryKey: ['merchant', merchantId, 'contracts'],
    queryFn: ({ signal }) =>
      run(
        client
          .from('merchant_contracts')
          .select('id,plan_id,number,starts_on,ends_on,note')
          .eq('merchant_id', merchantId)
          .order('starts_on', { ascending: false }),
        signal,
      ),
  });
  const licenses = useQuery({
    queryKey: ['merchant', merchantId, 'licenses'],
    queryFn: ({ signal }) =>
      run(
        client
          .from('license_documents')
          .select('id,kind,number,expires_on,status,store_id')
          .eq('merchant_id', merchantId)
          .order('created_at', { ascending: false })
          .limit(50),
        signal,
      ),
  });
  return { stores, staff, contracts, licenses };
}
