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

type Target = {
  /** Whose further store it is. */
  merchantId?: string | undefined;
  /** The application that ops returned, which is handed in again. */
  returnedId?: string | undefined;
};

/** Hands an application in, for a new merchant, as a further store of one, or again. Errors are left to the caller. */
export function useApply({ merchantId, returnedId }: Target) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: ApplicationDraft) => {
      const values = {
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
      };
      if (returnedId !== undefined)
        return run(client.rpc('mend_application', { ...values, p_application_id: returnedId }));
      return run(
        client.rpc('apply_to_sell', {
          ...values,
          p_city_id: draft.city_id,
          ...(merchantId === undefined ? {} : { p_merchant_id: merchantId }),
        }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: applicationsKey }),
  });
}
