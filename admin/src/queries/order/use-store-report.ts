import type { Enums } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The answer of `get_store_report`; minor units, local days of the store. */
export type StoreReport = {
  days: {
    day: string;
    order_count: number;
    lost_count: number;
    sales_cents: number;
    discount_cents: number;
    refund_cents: number;
  }[];
  hours: number[];
  ways: { fulfillment_type: Enums<'fulfillment_type'>; order_count: number; sales_cents: number }[];
  items: {
    id: string;
    name: string;
    translations: unknown;
    quantity: number;
    sales_cents: number;
    order_count: number;
  }[];
  customers: { count: number; new_count: number; repeat_count: number };
  answer_seconds: number | null;
};

/** Sales of a store from one local day to another. */
export function useStoreReport(storeId: string, from: string, to: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['store-report', storeId, from, to],
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_store_report', { p_store_id: storeId, p_from: from, p_to: to }),
        signal,
      )) as unknown as StoreReport,
    placeholderData: keepPreviousData,
    enabled: from !== '' && to !== '',
  });
}
