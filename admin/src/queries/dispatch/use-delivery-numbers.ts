import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

/** The order numbers of deliveries, by the delivery's id. */
export function useDeliveryNumbers(deliveryIds: readonly string[]) {
  const client = useClient();
  return useQuery({
    queryKey: ['delivery-numbers', ...deliveryIds],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
      const rows = await run(
        client
          .from('deliveries')
          .select('id,orders(number)')
          .in('id', [...deliveryIds])
          .limit(1000),
        signal,
      );
      return new Map(rows.map((row) => [row.id, row.orders.number]));
    },
    enabled: deliveryIds.length > 0,
    staleTime: Infinity,
  });
}
