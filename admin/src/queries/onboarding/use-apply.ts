import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { applicationsKey } from './use-my-applications.ts';

export type LicenseDraft = { kind: string; number: string; file_path: string; expires_on: string | null };
export type ApplicationDraft = {
  city_id: string;
  category_id: string;
  merchant_name: string;
  legal_name: string;
  contact_phone: string;
  store_name: string;
  street: string;
  lon: number;
  lat: number;
  licenses: LicenseDraft[];
};

/** Hands an application in, for a new merchant or as a further store of one. Errors are left to the caller. */
export function useApply(merchantId?: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: ApplicationDraft) =>
      run(
        client.rpc('apply_to_sell', {
          p_city_id: draft.city_id,
          p_category_id: draft.category_id,
          p_merchant_name: draft.merchant_name,
          p_legal_name: draft.legal_name,
          p_contact_phone: draft.contact_phone,
          p_store_name: draft.store_name,
          p_street: draft.street,
          p_lon: draft.lon,
          p_lat: draft.lat,
          p_licenses: draft.licenses,
          p_idempotency_key: newKey(),
          ...(merchantId === undefined ? {} : { p_merchant_id: merchantId }),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: applicationsKey }),
  });
}
