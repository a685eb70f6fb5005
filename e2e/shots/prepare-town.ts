import { newKey } from '@linli/database';
import type { World } from '@linli/launcher/world/start-world';
import { eventually } from '../support/eventually.ts';
import { chooseStore, payOrder, placeOrder } from '../support/order-flow.ts';
import { must, sessionOf, signInCustomer, signInStaff, type Client } from '../support/people.ts';
import type { ShotSubjects } from './faces.ts';

/** A town with something to see: an order carried to the door, one on its way, one that waits. */
export async function prepareTown(world: World): Promise<ShotSubjects> {
  const merchant = await signInStaff(world, 'merchant@demo.linli');
  const rider = await signInStaff(world, 'rider1@demo.linli');
  const ops = await signInStaff(world, 'ops@demo.linli');
  const customer = await signInCustomer(world, '13800000031');
  const choice = await chooseStore(merchant);
  must(await rider.rpc('go_online', { p_lon: choice.lon, p_lat: choice.lat }));

  async function readyOrder(): Promise<string> {
    const order = await placeOrder(customer, choice);
    await payOrder(world, customer, order.id);
    await eventually('the payment', async () => {
      const rows = must(await customer.from('orders').select('status').eq('id', order.id));
      return rows[0]?.status === 'placed';
    });
    const key = { p_order_id: order.id, p_idempotency_key: newKey() };
    must(await merchant.rpc('accept_order', { ...key, p_preparation_minutes: 5 }));
    must(await merchant.rpc('mark_order_ready', { ...key, p_idempotency_key: newKey() }));
    return order.id;
  }

  const completedOrderId = await readyOrder();
  await carry(rider, completedOrderId, true);
  const openOrderId = await readyOrder();
  await carry(rider, openOrderId, false);
  const waiting = await placeOrder(customer, choice);
  await payOrder(world, customer, waiting.id);

  return {
    customer: await sessionOf(customer),
    merchant: await sessionOf(merchant),
    rider: await sessionOf(rider),
    ops: await sessionOf(ops),
    storeId: choice.storeId,
    categorySlug: 'food',
    openOrderId,
    completedOrderId,
  };
}

async function carry(rider: Client, orderId: string, isToTheDoor: boolean): Promise<void> {
  type Home = { offers: { id: string }[]; deliveries: { id: string; order_id: string }[] };
  const home = async (): Promise<Home> => must(await rider.rpc('get_rider_home')) as unknown as Home;
  const offer = await eventually('an offer', async () => (await home()).offers[0], 90_000);
  must(await rider.rpc('accept_offer', { p_offer_id: offer.id, p_idempotency_key: newKey() }));
  const task = (await home()).deliveries.find((one) => one.order_id === orderId);
  if (!task) throw new Error('the task is not in hand');
  const commands = ['arrive_at_store', 'pick_up_delivery', 'arrive_at_customer', 'deliver_delivery'] as const;
  for (const command of isToTheDoor ? commands : commands.slice(0, 2)) {
    must(await rider.rpc(command, { p_delivery_id: task.id, p_idempotency_key: newKey() }));
  }
}
