import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import type { Page } from 'playwright-core';
import { shoot } from '../support/browser.ts';
import { readSmsCode } from '../support/people.ts';
import type { TownStory } from './town-story.ts';

/** Finds the store by the search box and opens its page. */
export async function findStore(page: Page, world: World, story: TownStory): Promise<void> {
  await page.goto(world.urls.storefront);
  await page.getByTestId('place-button').first().click();
  await page.getByTestId('place-device').click();
  await page.getByTestId('place-sheet').waitFor({ state: 'hidden' });
  await page.getByTestId('store-card').first().waitFor();
  await shoot(page, `${story.slug}-customer-1-home`);
  await page.goto(`${world.urls.storefront}/search?q=${encodeURIComponent(story.store.name)}`);
  await page.getByTestId('store-card').filter({ hasText: story.store.name }).first().click();
  await page.getByTestId('product').first().waitFor();
  await shoot(page, `${story.slug}-customer-2-store`);
}

/** Puts a product with options into the cart, until the store lets one check out. */
export async function fillCart(page: Page, story: TownStory): Promise<void> {
  const checkout = page.getByTestId('checkout').first();
  for (let round = 0; round < 12 && !(await checkout.isEnabled()); round += 1) {
    await page.getByTestId('choose-options').first().click();
    const sheet = page.getByTestId('option-sheet');
    await sheet.waitFor();
    for (const group of await sheet.getByTestId('modifier-group').all()) {
      const choice = group.locator('input:not(:disabled)').first();
      if ((await choice.getAttribute('type')) === 'radio') await choice.check({ force: true });
    }
    if (round === 0) await shoot(page, `${story.slug}-customer-3-options`);
    await sheet.getByTestId('add-to-cart').click();
    await sheet.waitFor({ state: 'hidden' });
  }
  await shoot(page, `${story.slug}-customer-4-cart`);
  await checkout.click();
  await page.getByTestId('fulfillment').waitFor();
}

/** Signs in within the checkout by the code from the SMS inbox. */
export async function signInAtCheckout(page: Page, world: World, story: TownStory): Promise<void> {
  const after = new Date(Date.now() - 1000);
  await page.getByTestId('sign-in-phone').fill(`${story.customer.country}${story.customer.phone}`);
  await page.getByTestId('send-code').click();
  const code = await readSmsCode(world, story.customer.phone, after);
  await page.getByTestId('sign-in-code').fill(code);
  const verify = page.getByTestId('verify-code');
  // The form may send itself with the sixth digit.
  await Promise.race([verify.click().catch(() => undefined), page.getByTestId('checkout-address').waitFor()]);
  await page.getByTestId('checkout-address').waitFor();
}

/** Adds the home address with the form and waits for the quote. */
export async function addAddress(page: Page, story: TownStory): Promise<void> {
  await page.getByTestId('checkout-address').click();
  const add = page.getByTestId('address-add');
  const form = page.getByTestId('address-form');
  await add.or(form).first().waitFor();
  if (await add.isVisible()) await add.click();
  await form.getByTestId('address-street').fill('中山路 8 号');
  await form.getByTestId('address-detail').fill('2 单元 301');
  await form.getByTestId('address-name').fill('王小明');
  await form.getByTestId('address-phone').fill('13800001234');
  await shoot(page, `${story.slug}-customer-5-address`);
  await form.getByTestId('address-save').click();
  await form.waitFor({ state: 'hidden' });
}

/** Pays at the sandbox cashier and comes back to the order; answers the order's id. */
export async function pay(page: Page, story: TownStory): Promise<string> {
  const button = page.getByTestId('pay');
  await page.waitForFunction(() => {
    const pay = document.querySelector<HTMLButtonElement>('[data-testid="pay"]');
    return pay !== null && !pay.disabled;
  });
  await shoot(page, `${story.slug}-customer-6-checkout`);
  await button.click();
  await page.getByRole('button', { name: '确认支付' }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  await page.getByTestId('order-status').waitFor();
  const id = /\/orders\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  assert.ok(id);
  return id;
}

/** Waits until the open order page says so by itself; the page is never loaded again. */
export async function sees(page: Page, status: string): Promise<void> {
  await page.locator(`[data-testid="order-status"][data-status="${status}"]`).waitFor({ timeout: 60_000 });
}

/** Where the rider's marker stands on the open order page, in pixels. */
export async function riderOnMap(page: Page): Promise<{ x: number; y: number }> {
  const marker = page.locator('[data-testid="order-map"] .rider-marker');
  await marker.waitFor();
  const box = await marker.boundingBox();
  assert.ok(box);
  return { x: box.x, y: box.y };
}
