import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

export type BookingWay = 'on_site' | 'dine_in';
export type Slot = {
  starts_at: string;
  ends_at: string;
  /** How many more fit; null where the store counts nothing. */
  left_count: number | null;
  is_available: boolean;
};

/** Slots of one day of the store's calendar, for a way of fulfilment. */
export function useSlots(storeId: string, way: BookingWay, day: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...orderKeys.bookings(storeId), 'slots', way, day],
    enabled: day !== undefined && day !== '',
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('list_slots', { p_store_id: storeId, p_fulfillment_type: way, p_on: day ?? '' }),
        signal,
      )) as Slot[],
  });
}
