import type { Enums, Tables } from '@linli/database';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { invoiceKeys } from './invoice-keys.ts';

export type InvoiceRow = Pick<
  Tables<'order_invoices'>,
  | 'id'
  | 'order_id'
  | 'store_id'
  | 'status'
  | 'buyer_kind'
  | 'title'
  | 'currency'
  | 'amount_cents'
  | 'owed_cents'
  | 'number'
  | 'file_path'
  | 'issued_at'
  | 'reason'
  | 'created_at'
> & { orders: { number: string } | null };

/** Where invoices are looked for: in one store, or in a city. */
export type InvoicePlace = { storeId: string } | { cityId: string };

const pageSize = 50;
const columns =
  'id,order_id,store_id,status,buyer_kind,title,currency,amount_cents,owed_cents,number,file_path,issued_at,reason,created_at,orders(number)';

/** Customers' invoices in some states, the newest first, page by page. */
export function useInvoices(place: InvoicePlace, statuses: readonly Enums<'invoice_status'>[]) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [...invoiceKeys.lists, place, statuses],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<InvoiceRow[]> => {
      let request = client.from('order_invoices').select(columns);
      request =
        'storeId' in place ? request.eq('store_id', place.storeId) : request.eq('city_id', place.cityId);
      if (statuses.length > 0) request = request.in('status', [...statuses]);
      if (pageParam !== undefined) request = request.lte('created_at', pageParam);
      return (await run(
        request.order('created_at', { ascending: false }).order('id', { ascending: false }).limit(pageSize),
        signal,
      )) as unknown as InvoiceRow[];
    },
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.created_at),
  });
  return {
    ...query,
    rows: query.data && [...new Map(query.data.pages.flat().map((row) => [row.id, row])).values()],
  };
}
