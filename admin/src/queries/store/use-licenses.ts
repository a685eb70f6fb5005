import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type LicenseRow = Tables<'license_documents'>;

export const licensesKey = (storeId: string) => ['licenses', storeId] as const;

/** The licences of a store and those of its merchant, newest first. */
export function useLicenses(storeId: string, merchantId: string) {
  const client = useClient();
  return useQuery({
    queryKey: licensesKey(storeId),
    queryFn: ({ signal }) =>
      run(
        client
          .from('license_documents')
          .select('*')
          .eq('merchant_id', merchantId)
          .or(`store_id.is.null,store_id.eq.${storeId}`)
          .order('created_at', { ascending: false })
          .limit(200),
        signal,
      ),
  });
}
