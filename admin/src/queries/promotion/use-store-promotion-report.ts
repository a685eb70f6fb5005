import type { Enums } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PromotionEffect = {
  id: string;
  name: string;
  translations: unknown;
  kind: Enums<'promotion_kind'>;
  status: Enums<'promotion_status'>;
  /** The store's own, not the operator's. */
  is_own: boolean;
  order_count: number;
  customer_count: number;
  discount_cents: number;
  merchant_cents: number;
  subtotal_cents: number;
};

/** The answer of `get_store_promotion_report`. */
export type StorePromotionReport = {
  order_count: number;
  subtotal_cents: number;
  discount_cents: number;
  merchant_cents: number;
  promotions: PromotionEffect[];
  days: { used_on: string; order_count: number; merchant_cents: number }[];
};

/** What promotions did in a store between two instants. */
export function useStorePromotionReport(storeId: string, from: string, to: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['store-promotion-report', storeId, from, to],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_store_promotion_report', { p_store_id: storeId, p_from: from, p_to: to }),
        signal,
      )) as unknown as StorePromotionReport,
  });
}
