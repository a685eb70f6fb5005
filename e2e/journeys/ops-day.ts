import { newKey } from '@linli/database';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser, Page } from 'playwright-core';
import { signIn } from '../story/staff.ts';
import { desktop, phone, shoot } from '../support/browser.ts';
import { confirm } from '../support/confirm.ts';
import { eventually } from '../support/eventually.ts';
import { openSession } from '../support/open-session.ts';
import { chooseStore, payOrder, placeOrder } from '../support/order-flow.ts';
import { must, sessionOf, signInCustomer, signInStaff, type Client } from '../support/people.ts';
import { withPeople } from '../support/with-people.ts';

const category = { name: '手作', slug: 'handmade' };

/** A day of ops: a category, rain, a task that changes hands, money back at somebody's cost, the books of the day. */
export async function opsDay(browser: Browser, world: World): Promise<void> {
  const { admin, storefront, rider } = world.urls;
  const people = { ops: { device: desktop }, customer: { device: phone }, rider: { device: phone } };
  const merchant = await signInStaff(world, 'merchant@demo.linli');
  const rider1 = await signInStaff(world, 'rider1@demo.linli');
  const buyer = await signInCustomer(world, '13800000051');
  const choice = await chooseStore(merchant);
  await withPeople(browser, 'ops-day', people, async (pages) => {
    await openSession(pages.customer, 'storefront', await sessionOf(buyer));
    await openSession(pages.rider, 'rider', await sessionOf(rider1));
    await signIn(pages.ops, admin, 'ops@demo.linli');

    await addCategory(pages.ops, admin);
    await pages.customer.goto(storefront);
    await pages.customer.getByTestId('categories').getByText(category.name).waitFor();

    await startRain(pages.ops, admin);
    const order = await placeOrder(buyer, choice);
    await payOrder(world, buyer, order.id);
    await makeReady(buyer, merchant, order.id);
    must(await rider1.rpc('go_online', { p_lon: choice.lon, p_lat: choice.lat }));
    const riderId = (await sessionOf(rider1)).user.id;
    await assign(pages.ops, order.id, riderId);
    await pages.rider.goto(rider);
    await pages.rider.getByTestId('task-card').waitFor();
    await shoot(pages.rider, 'ops-day-3-rider');
    await endRain(pages.ops);

    await refund(pages.ops, admin, order.id);
    await pages.customer.goto(`${storefront}/orders/${order.id}`);
    await pages.customer.getByTestId('order-refund').waitFor();
    await shoot(pages.customer, 'ops-day-5-customer');

    await settle(pages.ops, admin);
  });
}

async function addCategory(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/categories`);
  await page.getByTestId('category-new').click();
  const drawer = page.getByTestId('category-drawer');
  await drawer.getByTestId('field-name').fill(category.name);
  await drawer.getByTestId('field-slug').fill(category.slug);
  await drawer.getByTestId('form-save').click();
  await page.getByTestId('category-open').filter({ hasText: category.name }).waitFor();
}

/** It rains in every zone; the board says so until it is over. */
async function startRain(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/map`);
  await page.getByTestId('mode-open').click();
  await page.getByTestId('mode-dialog').waitFor();
  await page.getByTestId('mode-start').click();
  await page.getByTestId('mode-banner').first().waitFor();
  await shoot(page, 'ops-day-1-rain');
}

async function endRain(page: Page): Promise<void> {
  await page.getByTestId('mode-end').first().click();
  await confirm(page);
  await page.getByTestId('mode-banner').waitFor({ state: 'detached' });
}

async function makeReady(buyer: Client, merchant: Client, orderId: string): Promise<void> {
  await eventually('the payment', async () => {
    const rows = must(await buyer.from('orders').select('status').eq('id', orderId));
    return rows[0]?.status === 'placed';
  });
  const of = { p_order_id: orderId };
  must(await merchant.rpc('accept_order', { ...of, p_preparation_minutes: 5, p_idempotency_key: newKey() }));
  must(await merchant.rpc('mark_order_ready', { ...of, p_idempotency_key: newKey() }));
}

/** Gives the task to a rider by hand, on the open board. */
async function assign(page: Page, orderId: string, riderId: string): Promise<void> {
  await page.locator(`[data-testid="live-order"][data-order-id="${orderId}"]`).click();
  await page.getByTestId('assign-open').click();
  await page.getByTestId(`candidate-${riderId}`).check();
  await shoot(page, 'ops-day-2-assign');
  await page.getByTestId('assign-confirm').click();
  await page
    .locator(`[data-testid="live-order"][data-order-id="${orderId}"][data-delivery-status="assigned"]`)
    .waitFor();
}

/** Pays one piece back at the merchant's cost, after having seen who pays what. */
async function refund(page: Page, admin: string, orderId: string): Promise<void> {
  await page.goto(`${admin}/orders?order=${orderId}`);
  await page.getByTestId('order-refund').click();
  await page.getByTestId('refund-form').getByRole('spinbutton').first().fill('1');
  await page.getByTestId('refund-preview').waitFor();
  await page.getByTestId('refund-note').fill('汤洒了');
  await shoot(page, 'ops-day-4-refund');
  await page.getByTestId('refund-send').click();
  await page.getByTestId('refund-form').waitFor({ state: 'detached' });
  await page.getByTestId('order-refunds').waitFor();
}

async function settle(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/settlement`);
  await page.getByTestId('run-settlement').click();
  await page.getByTestId('run-settlement-confirm').click();
  await page.getByTestId('run-settlement-confirm').waitFor({ state: 'hidden' });
  await shoot(page, 'ops-day-6-settlement');
}
