import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser, Page } from 'playwright-core';
import { desktop, newPerson, phone, shoot } from '../support/browser.ts';
import { must, serviceClient } from '../support/people.ts';
import { addAddress, fillCart, findStore, pay, riderOnMap, sees, signInAtCheckout } from './customer.ts';
import { openMap, readLedger, seesOrder, settleInWorkflows } from './ops.ts';
import { act, goOnline, ride, takeOffer } from './rider.ts';
import { openDesk, prepare, signIn } from './staff.ts';
import type { TownStory } from './town-story.ts';

/** The whole story with four people in four browsers; nobody loads a page again to see what another did. */
export async function play(browser: Browser, world: World, story: TownStory, cityId: string): Promise<void> {
  const customer = await newPerson(browser, { device: phone, position: story.home });
  const merchant = await newPerson(browser, { device: desktop });
  const rider = await newPerson(browser, { device: phone, position: story.store });
  const ops = await newPerson(browser, { device: desktop });
  await remember(merchant.page, 'linli-admin-store', story.store.id);
  await remember(ops.page, 'linli-admin-city', cityId);
  await remember(rider.page, 'linli-rider.position', 'device');
  try {
    await signIn(merchant.page, world.urls.admin, story.merchantEmail);
    await openDesk(merchant.page, world.urls.admin);
    await signIn(ops.page, world.urls.admin, 'ops@demo.linli');
    await openMap(ops.page, world.urls.admin);

    await findStore(customer.page, world, story);
    await fillCart(customer.page, story);
    await signInAtCheckout(customer.page, world, story);
    await addAddress(customer.page, story);
    const orderId = await pay(customer.page, story);
    await sees(customer.page, 'placed');

    const number = await orderNumber(world, orderId);
    await seesOrder(ops.page, story.slug, number);
    await prepare(merchant.page, story.slug, orderId);
    await sees(customer.page, 'ready');

    await signIn(rider.page, world.urls.rider, story.riderEmail);
    await goOnline(rider.page, story.slug);
    await takeOffer(rider.page, story.slug);
    await act(rider.page);
    await act(rider.page);
    await sees(customer.page, 'in_delivery');

    const before = await riderOnMap(customer.page);
    await ride(rider.page, story.store, story.home);
    await shoot(rider.page, `${story.slug}-rider-4-on-the-way`);
    await shoot(customer.page, `${story.slug}-customer-7-on-the-way`);
    const after = await riderOnMap(customer.page);
    assert.ok(Math.hypot(after.x - before.x, after.y - before.y) > 8, 'the customer saw the rider move');

    await act(rider.page);
    await act(rider.page);
    await sees(customer.page, 'completed');
    await shoot(customer.page, `${story.slug}-customer-8-completed`);

    await checkMoney(world, ops.page, story, orderId);
    for (const person of [customer, merchant, rider, ops]) assert.deepEqual(person.problems, []);
  } finally {
    await Promise.all([customer, merchant, rider, ops].map(({ context }) => context.close()));
  }
}

/** Which store or city a person works on is kept by the browser. */
async function remember(page: Page, key: string, value: string): Promise<void> {
  await page.addInitScript(([name, text]) => localStorage.setItem(name, text), [key, value] as const);
}

async function orderNumber(world: World, orderId: string): Promise<string> {
  const rows = must(await serviceClient(world).from('orders').select('number').eq('id', orderId));
  const number = rows[0]?.number;
  assert.ok(number);
  return number;
}

/** Every cent has its owner on the screen and in the books, and the settlement in n8n makes the statements once. */
async function checkMoney(world: World, page: Page, story: TownStory, orderId: string): Promise<void> {
  const service = serviceClient(world);
  const order = must(
    await service
      .from('orders')
      .select('total_cents, discount_cents, merchant_id')
      .eq('id', orderId)
      .single(),
  );
  const shares = await readLedger(page, world.urls.admin, story.slug, orderId);
  assert.equal(
    Object.values(shares).reduce((sum, cents) => sum + cents, 0),
    0,
    'what the parties got sums to zero',
  );
  for (const account of ['merchant_payable', 'rider_payable', 'platform_commission']) {
    assert.ok(account in shares, `${account} is named`);
  }

  const day = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  await world.workflows;
  await settleInWorkflows(world, day);
  assert.deepEqual(await settleInWorkflows(world, day), { statements: 0, lines: 0 });
  const lines = must(
    await service.from('settlement_lines').select('purpose, amount_cents').eq('order_id', orderId),
  );
  assert.ok(lines.some((line) => line.purpose === 'goods'));
  assert.ok(lines.some((line) => line.purpose === 'rider_pay'));
  const statements = must(
    await service.from('settlement_statements').select('net_cents').eq('party_id', order.merchant_id),
  );
  assert.ok(statements.length >= 1);
}
