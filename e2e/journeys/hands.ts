import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser, Page } from 'playwright-core';
import { sees } from '../story/customer.ts';
import { desktop, phone, shoot } from '../support/browser.ts';
import { confirm } from '../support/confirm.ts';
import { eventually } from '../support/eventually.ts';
import { openSession } from '../support/open-session.ts';
import { chooseStore, payOrder, placeOrder } from '../support/order-flow.ts';
import { must, sessionOf, signInCustomer, signInStaff, type Client } from '../support/people.ts';
import { withPeople } from '../support/with-people.ts';

/**
 * What hands do all day: the desk by keyboard alone, the menu by drag, many prices at once and back again, a list taken
 * away as a file, a list that follows what a colleague does.
 */
export async function hands(browser: Browser, world: World): Promise<void> {
  const { admin, storefront } = world.urls;
  const [merchant, ops, buyer] = await Promise.all([
    signInStaff(world, 'merchant@demo.linli'),
    signInStaff(world, 'ops@demo.linli'),
    signInCustomer(world, '13800000061'),
  ]);
  const choice = await chooseStore(merchant);
  const people = { merchant: { device: desktop }, ops: { device: desktop }, customer: { device: phone } };
  await withPeople(browser, 'hands', people, async (pages) => {
    await openSession(pages.merchant, 'admin', await sessionOf(merchant));
    await openSession(pages.ops, 'admin', await sessionOf(ops));
    await openSession(pages.customer, 'storefront', await sessionOf(buyer));

    const order = await placeOrder(buyer, choice);
    await payOrder(world, buyer, order.id);
    await pages.customer.goto(`${storefront}/orders/${order.id}`);
    await pages.merchant.goto(`${admin}/menu`);
    await jumpTo(pages.merchant, '接单台', `${admin}/desk`);
    await workByKeys(pages.merchant, order.id);
    await sees(pages.customer, 'ready');

    await jumpTo(pages.merchant, '菜单', `${admin}/menu`);
    const names = await dragProduct(pages.merchant);
    await pages.customer.goto(`${storefront}/s/${choice.storeId}`);
    await eventually('the order of the menu', async () => {
      const shown = await pages.customer.getByTestId('product').locator('h4').allInnerTexts();
      return names.every((name, index) => shown[index] === name);
    });
    await repriceAndUndo(pages.merchant);

    await takeAwayAndDelete(pages.ops, admin, ops);
    await followsColleague(pages.ops, admin, ops);
  });
}

/** Ctrl-K, a few letters, Enter. */
async function jumpTo(page: Page, screen: string, url: string): Promise<void> {
  await page.getByTestId('open-palette').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(screen);
  // What is chosen without typing goes elsewhere: the list follows a moment after the letters.
  await page.getByRole('dialog').getByRole('option', { name: screen, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(url);
}

/** A new order from accepted to ready without a mouse. */
async function workByKeys(page: Page, orderId: string): Promise<void> {
  const card = (status: string) =>
    page.locator(`[data-testid="desk-order"][data-order-id="${orderId}"][data-status="${status}"]`);
  await card('placed').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByTestId('minutes-confirm').or(card('accepted')).first().waitFor();
  if (await page.getByTestId('minutes-confirm').isVisible()) await page.keyboard.press('Enter');
  await card('accepted').waitFor();
  await page.keyboard.press('s');
  await card('preparing').waitFor();
  await page.keyboard.press('f');
  await card('ready').waitFor();
  await shoot(page, 'hands-1-desk');
}

/** Drags the first product below the second; answers the names in their new order. */
async function dragProduct(page: Page): Promise<string[]> {
  const products = page.getByTestId('product-open');
  await products.nth(1).waitFor();
  const [first = '', second = ''] = await products.allInnerTexts();
  const rows = page.getByTestId('product-table').locator('tbody tr.ant-table-row');
  await rows.nth(0).dragTo(rows.nth(1));
  await eventually('the new order', async () => (await products.allInnerTexts())[0] === second);
  await shoot(page, 'hands-2-menu');
  return [second, first];
}

async function repriceAndUndo(page: Page): Promise<void> {
  const price = page.getByTestId('product-price').first();
  const before = await price.innerText();
  const boxes = page.getByTestId('product-table').locator('tbody tr.ant-table-row input[type="checkbox"]');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByTestId('bulk-price').click();
  await page.getByTestId('price-value').fill('10');
  await page.getByTestId('price-confirm').click();
  await eventually('the new price', async () => (await price.innerText()) !== before);
  await shoot(page, 'hands-3-bulk');
  await page.getByTestId('bulk-undo').click();
  await eventually('the old price', async () => (await price.innerText()) === before);
}

/** A text that a spreadsheet would run as a formula leaves the list as a text; then its row is deleted with others. */
async function takeAwayAndDelete(page: Page, admin: string, ops: Client): Promise<void> {
  must(await ops.from('categories').insert({ name: '=1+1', slug: 'formula', is_active: false }).select('id'));
  await page.goto(`${admin}/data/categories?q=${encodeURIComponent('=1+1')}`);
  const row = page.getByTestId('row-table').getByRole('row').filter({ hasText: '=1+1' });
  await row.waitFor();
  await page.getByTestId('export').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('export-csv').click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  assert.ok(
    lines.some((line) => line.startsWith("'=1+1,")),
    lines.join(' · '),
  );
  await row.getByRole('checkbox').check();
  await page.getByTestId('bulk-delete').click();
  await confirm(page);
  await row.waitFor({ state: 'detached' });
}

/** What somebody else changes appears in an open list by itself. */
async function followsColleague(page: Page, admin: string, colleague: Client): Promise<void> {
  await page.goto(`${admin}/categories`);
  await page.getByTestId('category-open').first().waitFor();
  const rows = must(await colleague.from('categories').select('id, name').eq('slug', 'pharmacy'));
  const row = rows[0];
  assert.ok(row);
  must(await colleague.from('categories').update({ name: '街坊药店' }).eq('id', row.id).select('id'));
  await page.getByTestId('category-open').filter({ hasText: '街坊药店' }).waitFor();
}
