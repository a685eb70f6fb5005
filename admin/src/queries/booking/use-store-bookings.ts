import type { Enums } from '@linli/database';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

export type BookingRow = {
  id: string;
  order_id: string;
  order_number: string;
  order_status: Enums<'order_status'>;
  fulfillment_type: 'on_site' | 'dine_in';
  status: Enums<'booking_status'>;
  starts_at: string;
  ends_at: string;
  /** What the worker must be able to do. */
  skill: string | null;
  party_size: number | null;
  table_label: string | null;
  note: string;
  worker_id: string | null;
  worker_name: string | null;
  items: { name: string; translations: unknown; quantity: number }[];
  /** Masked, but for who goes there. */
  contact: { name: string; phone: string; street: string; detail: string } | null;
  /** Another time that the store asked for and the customer has not answered. */
  proposed_at: string | null;
};

export type Worker = { user_id: string; name: string };

/** Bookings of a store that begin between two instants, and who may go. Commands on orders make it read again. */
export function useStoreBookings(storeId: string, from: string, to: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...orderKeys.bookings(storeId), from, to],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await run(
        client.rpc('list_store_bookings', { p_store_id: storeId, p_from: from, p_to: to }),
        signal,
      )) as unknown as { bookings: BookingRow[]; workers: Worker[] },
  });
}
