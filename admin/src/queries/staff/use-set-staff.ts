import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { MerchantRole } from '../../lib/access.ts';
import { run } from '../run.ts';
import { staffKey } from './use-staff.ts';

export type StaffDraft = { contact: string; role: MerchantRole; store_id: string | null };

/** Gives a registered person a role in the merchant, instead of the one they had. Errors are left to the caller. */
export function useSetStaff(merchantId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ contact, role, store_id }: StaffDraft) =>
      run(
        client.rpc('set_staff', {
          p_merchant_id: merchantId,
          p_contact: contact.trim(),
          p_role: role,
          ...(store_id === null ? {} : { p_store_id: store_id }),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: staffKey(merchantId) }),
  });
}
