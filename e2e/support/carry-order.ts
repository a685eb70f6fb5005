import { newKey } from '@linli/database';
import { must, sessionOf, type Client } from './people.ts';

const steps = ['arrive_at_store', 'pick_up_delivery', 'arrive_at_customer', 'deliver_delivery'] as const;

/** A rider at `from` is given the ready order by ops and brings it to the door; nobody looks at a screen for it. */
export async function carryOrder(
  ops: Client,
  rider: Client,
  orderId: string,
  from: { lon: number; lat: number },
): Promise<void> {
  must(await rider.rpc('go_online', { p_lon: from.lon, p_lat: from.lat }));
  const { id } = must(await ops.from('deliveries').select('id').eq('order_id', orderId).single());
  must(
    await ops.rpc('assign_delivery', {
      p_delivery_id: id,
      p_rider_id: (await sessionOf(rider)).user.id,
      p_idempotency_key: newKey(),
    }),
  );
  for (const step of steps) must(await rider.rpc(step, { p_delivery_id: id, p_idempotency_key: newKey() }));
  const gone = await rider.rpc('go_offline');
  if (gone.error) throw gone.error;
}
