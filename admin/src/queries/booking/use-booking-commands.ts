import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';

/** Who goes to a booking, and the question to its customer whether another time would do. */
export function useBookingCommands(orderId: string) {
  const refresh = [orderKeys.all];
  const assign = useCommand(
    (client, workerId: string) =>
      run(client.rpc('assign_booking', { p_order_id: orderId, p_worker_id: workerId })),
    { done: 'bookings.assigned', refresh },
  );
  const propose = useCommand(
    (client, startsAt: string, key) =>
      run(
        client.rpc('propose_slot', {
          p_order_id: orderId,
          p_starts_at: startsAt,
          p_idempotency_key: key,
        }),
      ),
    { done: 'bookings.proposed', refresh },
  );
  return { assign, propose };
}
