import type { Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { standings, type CommissionStanding } from '../../lib/commission-standing.ts';
import { run } from '../run.ts';
import { invoiceKeys } from './invoice-keys.ts';

export type CommissionInvoice = Tables<'commission_invoices'> & {
  commission_invoice_lines: Pick<
    Tables<'commission_invoice_lines'>,
    'position' | 'kind' | 'order_count' | 'amount_cents'
  >[];
  standing: CommissionStanding;
  /** The number of the credit note that took it back, or of the invoice that it takes back. */
  other_number: string | undefined;
};

const pageSize = 50;

/** The platform's invoices of its commission and its credit notes: of a city, or of one merchant. */
export function useCommissionInvoices(place: { cityId: string } | { merchantId: string }) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...invoiceKeys.commission, place],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<CommissionInvoice[]> => {
      const table = client
        .from('commission_invoices')
        .select('*,commission_invoice_lines(position,kind,order_count,amount_cents)');
      let request =
        'cityId' in place ? table.eq('city_id', place.cityId) : table.eq('merchant_id', place.merchantId);
      if (pageParam !== undefined) request = request.lte('issued_at', pageParam);
      const rows = await run(
        request.order('issued_at', { ascending: false }).order('id', { ascending: false }).limit(pageSize),
        signal,
      );
      if (rows.length === 0) return [];
      // Invoices of the same statements say what was taken back and whether it was issued anew.
      const family = await run(
        client
          .from('commission_invoices')
          .select('id,statement_id,number,issue_count,corrects_id')
          .in('statement_id', [...new Set(rows.map((row) => row.statement_id))]),
        signal,
      );
      return standings(rows, family);
    },
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.issued_at),
  });
  return {
    ...query,
    rows: query.data && [...new Map(query.data.pages.flat().map((row) => [row.id, row])).values()],
  };
}
