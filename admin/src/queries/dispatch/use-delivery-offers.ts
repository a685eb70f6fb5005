import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

/** The offers of a delivery, newest first, each with why that rider; for ops. */
export function useDeliveryOffers(orderId: string, deliveryId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...orderKeys.page(orderId), 'offers', deliveryId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('dispatch_offers')
          .select('id,rider_id,status,explanation,created_at,answered_at,reason_code')
          .eq('delivery_id', deliveryId ?? '')
          .order('created_at', { ascending: false })
          .limit(20),
        signal,
      ),
    enabled: deliveryId !== undefined,
  });
}
