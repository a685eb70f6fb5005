import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PromotionReport = {
  order_count: number;
  returned_count: number;
  customer_count: number;
  first_count: number;
  discount_cents: number;
  merchant_cents: number;
  subtotal_cents: number;
  total_cents: number;
  days: { used_on: string; order_count: number; discount_cents: number; subtotal_cents: number }[];
};

/** What a promotion did between two instants. */
export function usePromotionReport(id: string, from: string, to: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['promotion-report', id, from, to],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('get_promotion_report', { p_promotion_id: id, p_from: from, p_to: to }),
        signal,
      )) as unknown as PromotionReport,
  });
}
