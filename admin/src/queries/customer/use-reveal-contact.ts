import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { customerKeys } from './customer-keys.ts';

export type CustomerContact = {
  phone: string | null;
  email: string | null;
  addresses: {
    id: string;
    contact_name: string;
    contact_phone: string;
    street: string;
    detail: string;
  }[];
};

/** A customer's contacts in full, for a reason; each look is written down. */
export function useRevealContact(customerId: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string) =>
      (await run(
        client.rpc('reveal_customer_contact', { p_customer_id: customerId, p_reason: reason }),
      )) as unknown as CustomerContact,
    onSuccess: () => queries.invalidateQueries({ queryKey: customerKeys.page(customerId), exact: true }),
  });
}
