import assert from 'node:assert/strict';
import { newKey } from '@linli/database';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser } from 'playwright-core';
import { desktop, phone, shoot } from '../support/browser.ts';
import { carryOrder } from '../support/carry-order.ts';
import { eventually } from '../support/eventually.ts';
import { openSession } from '../support/open-session.ts';
import {
  chooseStore,
  payOrder,
  placeOrder,
  type PlacedOrder,
  type StoreChoice,
} from '../support/order-flow.ts';
import { must, sessionOf, signInCustomer, signInStaff, type Client } from '../support/people.ts';
import { withPeople } from '../support/with-people.ts';
import { reconcile, refund, settle } from './ops-day/books.ts';
import { addCategory, category, describeProduct, readsAttribute } from './ops-day/catalog.ts';
import { bringBack, endRain, giveTo, startRain, waitsForFood } from './ops-day/dispatch.ts';
import { promotion, publishPromotion } from './ops-day/promotion.ts';

type Staff = Record<'ops' | 'merchant' | 'rider1' | 'rider2' | 'rider3', Client>;

/**
 * A day of ops: a category with attributes of its own, a promotion built and tried, rain, a task that changes hands and
 * comes back, money back at somebody's cost, the books of the day.
 */
export async function opsDay(browser: Browser, world: World): Promise<void> {
  const { admin, storefront, rider } = world.urls;
  const [staff, buyer] = await Promise.all([signInAll(world), signInCustomer(world, '13800000051')]);
  const choice = await chooseStore(staff.merchant);
  const people = {
    ops: { device: desktop },
    merchant: { device: desktop },
    customer: { device: phone },
    rider1: { device: phone },
    rider2: { device: phone },
  };
  await withPeople(browser, 'ops-day', people, async (pages) => {
    await openSession(pages.customer, 'storefront', await sessionOf(buyer));
    await openSession(pages.ops, 'admin', await sessionOf(staff.ops));
    await openSession(pages.merchant, 'admin', await sessionOf(staff.merchant));
    for (const name of ['rider1', 'rider2'] as const)
      await openSession(pages[name], 'rider', await sessionOf(staff[name]));

    const order = await take(world, buyer, staff.merchant, choice);
    await addCategory(pages.ops, admin);
    await pages.customer.goto(storefront);
    await pages.customer.getByTestId('categories').getByText(category.name).waitFor();
    const [product] = await Promise.all([
      describeProduct(pages.merchant, admin),
      publishPromotion(pages.ops, admin),
    ]);
    await readsAttribute(pages.customer, storefront, choice.storeId, product);
    await pages.customer.getByTestId('store-promotions').getByText(promotion.name).waitFor();

    await startRain(pages.ops, admin);
    const delivered = deliver(world, buyer, staff, choice);
    delivered.catch(() => undefined);
    const [first, second] = await Promise.all([idOf(staff.rider1), idOf(staff.rider2)]);
    for (const name of ['rider1', 'rider2'] as const) {
      must(await staff[name].rpc('go_online', { p_lon: choice.lon, p_lat: choice.lat }));
      await pages[name].goto(rider);
    }
    await giveTo(pages.ops, order.id, first);
    await pages.rider1.getByTestId('task-number').getByText(order.number).waitFor();
    await giveTo(pages.ops, order.id, second);
    await pages.rider2.getByTestId('task-number').getByText(order.number).waitFor();
    await pages.rider1.getByTestId('task-number').getByText(order.number).waitFor({ state: 'detached' });
    await waitsForFood(pages.rider2, async () => {
      must(
        await staff.merchant.rpc('mark_order_ready', { p_order_id: order.id, p_idempotency_key: newKey() }),
      );
    });
    await endRain(pages.ops);
    await bringBack(pages.ops, pages.rider2, order.id);
    await pages.customer.goto(`${storefront}/orders/${order.id}`);
    await pages.customer.locator('[data-testid="order-status"][data-status="cancelled"]').waitFor();

    const eaten = await delivered;
    await refund(pages.ops, admin, eaten.id);
    await pages.customer.goto(`${storefront}/orders/${eaten.id}`);
    await pages.customer.getByTestId('order-refund').waitFor();
    await pages.customer.getByText(promotion.name).waitFor();
    await shoot(pages.customer, 'ops-day-11-customer');

    await settle(pages.ops, admin, await merchantOf(staff.merchant, choice.storeId), eaten.number);
    await reconcile(pages.ops, world, eaten.id);
  });
}

async function signInAll(world: World): Promise<Staff> {
  const names = ['ops', 'merchant', 'rider1', 'rider2', 'rider3'] as const;
  const clients = await Promise.all(names.map((name) => signInStaff(world, `${name}@demo.linli`)));
  return Object.fromEntries(names.map((name, index) => [name, clients[index]])) as Staff;
}

async function idOf(client: Client): Promise<string> {
  return (await sessionOf(client)).user.id;
}

/** The name of the merchant to whom a store belongs. */
async function merchantOf(merchant: Client, storeId: string): Promise<string> {
  const row = must(
    await merchant
      .from('stores')
      .select('merchants!stores_merchant_id_fkey(name)')
      .eq('id', storeId)
      .single(),
  );
  assert.ok(row.merchants);
  return row.merchants.name;
}

/** An order, paid and accepted. */
async function take(
  world: World,
  buyer: Client,
  merchant: Client,
  choice: StoreChoice,
): Promise<PlacedOrder> {
  const order = await placeOrder(buyer, choice);
  await payOrder(world, buyer, order.id);
  await eventually('the payment', async () => {
    const rows = must(await buyer.from('orders').select('status').eq('id', order.id));
    return rows[0]?.status === 'placed';
  });
  must(
    await merchant.rpc('accept_order', {
      p_order_id: order.id,
      p_preparation_minutes: 10,
      p_idempotency_key: newKey(),
    }),
  );
  return order;
}

/** An order that meets nothing on its way to the door. */
async function deliver(world: World, buyer: Client, staff: Staff, choice: StoreChoice): Promise<PlacedOrder> {
  const { ops, merchant, rider3 } = staff;
  const order = await take(world, buyer, merchant, choice);
  must(await merchant.rpc('mark_order_ready', { p_order_id: order.id, p_idempotency_key: newKey() }));
  await carryOrder(ops, rider3, order.id, choice);
  return order;
}
