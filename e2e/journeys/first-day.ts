import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser, Page } from 'playwright-core';
import { addAddress, findStore, pay, sees, signInAtCheckout } from '../story/customer.ts';
import { prepare, signIn } from '../story/staff.ts';
import type { TownStory } from '../story/town-story.ts';
import { desktop, phone, shoot } from '../support/browser.ts';
import { carryOrder } from '../support/carry-order.ts';
import { confirm } from '../support/confirm.ts';
import { openSession } from '../support/open-session.ts';
import { must, serviceClient, sessionOf, signInStaff } from '../support/people.ts';
import { withPeople } from '../support/with-people.ts';
import { earnAndWithdraw } from './first-day/money.ts';

const email = 'newcomer@demo.linli';
const storeName = '桥头热干面';

/** A merchant's first day: applies, is let in, sets up the shop, sells the first bowl, is settled with and paid out. */
export async function firstDay(browser: Browser, world: World): Promise<void> {
  const { admin } = world.urls;
  const place = await prepareNewcomer(world);
  const people = {
    newcomer: { device: desktop, position: place },
    ops: { device: desktop },
    customer: { device: phone, position: place },
  };
  const [staff, rider] = await Promise.all([
    signInStaff(world, 'ops@demo.linli'),
    signInStaff(world, 'rider4@demo.linli'),
  ]);
  await withPeople(browser, 'first-day', people, async ({ newcomer, ops, customer }) => {
    await openSession(ops, 'admin', await sessionOf(staff));
    await signIn(newcomer, admin, email);
    await apply(newcomer);
    await approve(ops, admin);

    await newcomer.locator('[data-testid="application"][data-status="approved"]').waitFor();
    await newcomer.getByTestId('application-enter').click();
    await newcomer.locator('[data-testid="start-hours"][data-done="false"]').waitFor();
    await shoot(newcomer, 'first-day-3-start');
    await setHours(newcomer, admin);
    await setMenu(newcomer, admin);
    await newcomer.goto(`${admin}/start`);
    await newcomer.locator('[data-testid="start-menu"][data-done="true"]').waitFor();
    // The open shop starts afresh, at the desk.
    await Promise.all([newcomer.waitForEvent('load'), newcomer.getByTestId('store-publish').click()]);

    const story = await storyOf(world, place);
    await newcomer.getByTestId('live-state').first().waitFor();
    await findStore(customer, world, story);
    await customer.getByTestId('product-stepper').first().locator('.more').click();
    await customer.getByTestId('checkout').first().click();
    await customer.getByTestId('fulfillment').waitFor();
    await signInAtCheckout(customer, world, story);
    await addAddress(customer, story);
    const orderId = await pay(customer, story);
    await prepare(newcomer, story.slug, orderId);
    await sees(customer, 'ready');
    await carryOrder(staff, rider, orderId, place);
    await sees(customer, 'completed');
    await earnAndWithdraw(newcomer, ops, world, orderId);
  });
}

/** Somebody with an account and nothing else, and where they want to sell: beside the first store of the town. */
async function prepareNewcomer(world: World): Promise<{ lon: number; lat: number }> {
  const service = serviceClient(world);
  const made = await service.auth.admin.createUser({ email, password: 'linli-demo', email_confirm: true });
  if (made.error) throw made.error;
  const [store] = must(await service.from('stores').select('lon, lat').order('id').limit(1));
  assert.ok(store);
  return { lon: store.lon + 0.0006, lat: store.lat + 0.0004 };
}

/** Hands in the application with the licence that the category asks for. */
async function apply(page: Page): Promise<void> {
  await page.getByTestId('to-apply').click();
  await page.getByTestId('apply-merchant').fill('桥头餐饮');
  await page.getByTestId('apply-legal').fill('桥头餐饮服务部');
  await page.getByTestId('apply-phone').fill('13800004321');
  await page.getByTestId('apply-store').fill(storeName);
  await page.getByTestId('apply-street').fill('桥头路 2 号');
  await page.getByTestId('apply-category').locator('input').fill('面馆');
  await page.locator('.ant-select-tree-title', { hasText: '面馆粉面' }).click();
  await page.locator('.pin-locate').click();
  const license = page.getByTestId('license-row').first();
  await license.getByTestId('license-number').fill('92330000MA000001');
  await license.locator('input[type="file"]').setInputFiles({
    name: 'licence.png',
    mimeType: 'image/png',
    // One white point.
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await license.getByTestId('file-uploaded').waitFor();
  await shoot(page, 'first-day-1-apply');
  await page.getByTestId('apply-send').click();
  await page.locator('[data-testid="application"][data-status="applied"]').waitFor();
}

/** Ops look at what was handed in and let the merchant in. */
async function approve(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/approvals`);
  await page.getByTestId('application-open').filter({ hasText: storeName }).click();
  const drawer = page.getByTestId('application-drawer');
  await drawer.waitFor();
  const review = page.getByTestId('application-review');
  await review.or(page.getByTestId('application-approve')).first().waitFor();
  if (await review.isVisible()) await review.click();
  await shoot(page, 'first-day-2-review');
  await page.getByTestId('application-approve').click();
  await confirm(page);
  await page.getByTestId('application-open').filter({ hasText: storeName }).waitFor({ state: 'detached' });
}

/** Open around the clock, since tests run at any hour. */
async function setHours(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/store?tab=hours`);
  const card = page.getByTestId('hours-card');
  await card
    .getByRole('button', { name: /添加时段/ })
    .first()
    .click();
  const [from, to] = await card.locator('input[type="time"]').all();
  await from?.fill('00:00');
  await to?.fill('00:00');
  await card
    .getByRole('button', { name: /复制到每一天/ })
    .first()
    .click();
  await card.getByTestId('hours-save').click();
  await page.goto(`${admin}/start`);
  await page.locator('[data-testid="start-hours"][data-done="true"]').waitFor();
}

/** One section with one bowl. */
async function setMenu(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/menu`);
  await page.getByTestId('section-new').click();
  const section = page.getByTestId('section-drawer');
  await section.getByTestId('field-name').fill('招牌');
  await section.getByTestId('form-save').click();
  await page.getByTestId('section').filter({ hasText: '招牌' }).click();
  await page.getByTestId('product-new').click();
  const product = page.getByTestId('product-drawer');
  await product.getByTestId('field-name').fill('芝麻酱热干面');
  await product.getByTestId('field-price').fill('18');
  await product.getByTestId('form-save').click();
  await page.getByTestId('product-open').filter({ hasText: '芝麻酱热干面' }).waitFor();
  await shoot(page, 'first-day-4-menu');
}

async function storyOf(world: World, place: { lon: number; lat: number }): Promise<TownStory> {
  const store = must(
    await serviceClient(world).from('stores').select('id, name, lon, lat').eq('name', storeName).single(),
  );
  return {
    slug: 'first-day',
    customer: { phone: '13800000041', country: '' },
    merchantEmail: email,
    riderEmail: 'rider1@demo.linli',
    store,
    home: place,
  };
}
