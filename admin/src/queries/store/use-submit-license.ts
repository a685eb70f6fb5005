import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { licensesKey } from './use-licenses.ts';

export type LicenseInput = { kind: string; number: string; file_path: string; expires_on?: string };

/** Hands a licence of a store in; it counts when ops have approved it. Errors are left to the caller. */
export function useSubmitLicense(storeId: string, merchantId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, number, file_path, expires_on }: LicenseInput) =>
      run(
        client.rpc('submit_license', {
          p_merchant_id: merchantId,
          p_store_id: storeId,
          p_kind: kind,
          p_number: number,
          p_file_path: file_path,
          p_idempotency_key: newKey(),
          ...(expires_on ? { p_expires_on: expires_on } : {}),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: licensesKey(storeId) }),
  });
}
