import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { invoiceKeys } from './invoice-keys.ts';

/** The answer of `get_invoice`: e-mail and tax number are masked to who does not need them. */
export type Invoice = Tables<'order_invoices'> & { order_number: string; is_outdated: boolean };

/** One invoice whole. */
export function useInvoice(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: invoiceKeys.one(id),
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_invoice', { p_invoice_id: id }), signal)) as unknown as Invoice,
  });
}
