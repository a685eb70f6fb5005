import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

export type StoreAsk = {
  id: string;
  kind: 'refund' | 'cancel';
  order_id: string;
  number: string;
  reason_code: string | null;
  amount_cents: number | undefined;
  currency: string;
  due_at: string | null;
};

/** What customers ask of a store and wait for: refunds and late cancellations, the most urgent first. */
export function useStoreAsks(storeId: string) {
  const client = useClient();
  return useQuery({
    queryKey: orderKeys.asks(storeId),
    queryFn: async ({ signal }): Promise<StoreAsk[]> => {
      const [refunds, cancels] = await Promise.all([
        run(
          client
            .from('refund_requests')
            .select('id,order_id,reason,amount_cents,due_at,orders!inner(number,currency)')
            .eq('store_id', storeId)
            .eq('is_asked', true)
            .eq('status', 'requested')
            .limit(100),
          signal,
        ),
        run(
          client
            .from('order_requests')
            .select('id,order_id,reason_code,due_at,orders!inner(number,currency,store_id)')
            .eq('orders.store_id', storeId)
            .eq('kind', 'cancel')
            .eq('status', 'open')
            .limit(100),
          signal,
        ),
      ]);
      return [
        ...refunds.map(({ orders, reason, ...row }) => ({
          ...row,
          ...orders,
          kind: 'refund' as const,
          reason_code: reason,
        })),
        ...cancels.map(({ orders: { number, currency }, ...row }) => ({
          ...row,
          number,
          currency,
          kind: 'cancel' as const,
          amount_cents: undefined,
        })),
      ].sort((a, b) => (a.due_at ?? '').localeCompare(b.due_at ?? ''));
    },
    refetchInterval: 60_000,
  });
}
