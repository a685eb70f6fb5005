import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser, Page } from 'playwright-core';
import { desktop, phone, shoot } from '../support/browser.ts';
import { confirm } from '../support/confirm.ts';
import { openSession } from '../support/open-session.ts';
import { sessionOf, signInStaff } from '../support/people.ts';
import { withPeople } from '../support/with-people.ts';
import { mend, renameColumn } from './low-code/mend.ts';

const field = { key: 'shelf_note', zh: '货架备注', en: 'Shelf note' };
const resource = { name: 'town_news', zh: '小镇公告', en: 'Town news' };
const table = `x_${resource.name}`;

/**
 * Ops change the back office without a deploy: a field of their own, a screen arranged by role, a table of their own;
 * colleagues work with it, customers see what follows, an older version of the screen comes back, and a screen that a
 * migration broke opens and is mended.
 */
export async function lowCode(browser: Browser, world: World): Promise<void> {
  const data = `${world.urls.admin}/data`;
  const office = { device: desktop };
  const people = { admin: office, support: office, operations: office, customer: { device: phone } };
  await withPeople(browser, 'low-code', people, async ({ admin, support, operations, customer }) => {
    const staff = { ops: admin, support, dispatch: operations };
    await Promise.all(
      Object.entries(staff).map(async ([name, page]) =>
        openSession(page, 'admin', await sessionOf(await signInStaff(world, `${name}@demo.linli`))),
      ),
    );

    await addField(admin, data);
    await publish(admin, '1');
    await seesField(support, data, true);

    await hideFromSupport(admin, data);
    await publish(admin, '2');
    await seesField(support, data, false);
    await seesField(operations, data, true);
    const name = await rename(operations, data);
    await customer.goto(world.urls.storefront);
    await customer.getByTestId('categories').getByText(name).waitFor();
    await shoot(customer, 'low-code-4-storefront');

    await rollBack(admin, data);
    await seesField(support, data, true, name);

    await makeResource(admin, data);
    await publishNews(operations, data);
    await support.goto(`${data}/${table}`);
    await support.getByTestId('row-table').getByText('周六停水').waitFor();
    assert.equal(await support.getByTestId('new-row').count(), 0, 'support may read news, not write them');
    const read = await anyoneReads(world);
    assert.deepEqual(read, [{ name: '周六停水' }], 'whoever visits may read news');

    await admin.goto(`${data}/${table}/-/design`);
    await admin.locator('[data-column="note"]').getByRole('button', { name: /上移/ }).click();
    await publish(admin, '1');
    await renameColumn(world, table, 'note', 'notes');
    await support.reload();
    await support.getByTestId('row-table').getByText('周六停水').waitFor();
    await mend(admin, `${data}/${table}`, { before: 'note', after: 'notes' });
    await publish(admin, '2');
    await support.reload();
    await support.getByTestId('row-table').getByText('七点恢复').waitFor();
  });
}

async function openDesigner(page: Page, data: string): Promise<void> {
  await page.goto(`${data}/categories`);
  await page.getByTestId('design-screen').click();
  await page.getByTestId('design-fields').waitFor();
}

/** Adds a field and the screen that shows it, as the designer does in one go. */
async function addField(page: Page, data: string): Promise<void> {
  await openDesigner(page, data);
  await page.getByTestId('new-field').click();
  await page.getByTestId('field-label-zh').fill(field.zh);
  await page.getByTestId('field-label-en').fill(field.en);
  await page.getByTestId('field-key').fill(field.key);
  await shoot(page, 'low-code-1-new-field');
  await page.getByTestId('new-field-form').getByTestId('form-save').click();
  await page.locator(`[data-column="custom.${field.key}"]`).waitFor();
}

/** Publishes what the designer holds. */
async function publish(page: Page, version: string): Promise<void> {
  await page.getByTestId('design-publish').click();
  await page.getByTestId('design-state').filter({ hasText: version }).waitFor();
  await page.waitForFunction(
    () => document.querySelector<HTMLButtonElement>('[data-testid="design-publish"]')?.disabled === true,
  );
}

/** Shows the field to everybody but support, after having looked at the difference and at what support would see. */
async function hideFromSupport(page: Page, data: string): Promise<void> {
  await openDesigner(page, data);
  const line = page.locator(`[data-column="custom.${field.key}"]`);
  await line.getByRole('button', { expanded: false }).first().click();
  await line.getByTestId('visible-to').click();
  for (const role of ['admin', 'operations']) await page.getByTestId(`role-${role}`).click();
  await page.keyboard.press('Escape');
  const preview = page.getByTestId('design-preview');
  await preview.getByText(field.zh).first().waitFor();
  await page.getByTestId('preview-as').getByText('客服').click();
  await preview.getByText(field.zh).first().waitFor({ state: 'detached' });
  await page.getByTestId('design-diff').click();
  await page.getByTestId('screen-diff').getByText('visible_to').first().waitFor();
  await shoot(page, 'low-code-2-difference');
  await page.keyboard.press('Escape');
}

/** Opens a category and looks whether the field is in it. */
async function seesField(page: Page, data: string, isShown: boolean, name = '美食'): Promise<void> {
  await page.goto(`${data}/categories`);
  await page.getByTestId('row-table').getByRole('button', { name, exact: true }).click();
  const record = page.getByTestId('record');
  await record.waitFor();
  await record.getByText('图标').first().waitFor();
  assert.equal(await record.getByText(field.zh).count(), isShown ? 1 : 0);
}

/** Renames the open category in the screen that nobody wrote; answers the new name. */
async function rename(page: Page, data: string): Promise<string> {
  assert.ok(page.url().startsWith(data));
  const record = page.getByTestId('record');
  const name = '街坊美食';
  await record.getByLabel('名称', { exact: true }).fill(name);
  await record.getByLabel(field.zh).fill('靠门第二排');
  await shoot(page, 'low-code-3-record');
  await record.getByTestId('form-save').click();
  await record.waitFor({ state: 'detached' });
  await page.getByTestId('row-table').getByText(name).first().waitFor();
  return name;
}

/** Brings the first version of the screen back. */
async function rollBack(page: Page, data: string): Promise<void> {
  await openDesigner(page, data);
  await page.getByTestId('design-history').click();
  const old = page.locator('[data-testid="screen-version"][data-status="archived"]');
  await old.getByTestId('roll-back').click();
  await confirm(page);
  await page.getByTestId('design-state').filter({ hasText: '3' }).waitFor();
  await shoot(page, 'low-code-5-history');
}

/** Makes a table that ops write and everybody reads. */
async function makeResource(page: Page, data: string): Promise<void> {
  await page.goto(data);
  await page.getByTestId('new-resource').click();
  await page.getByTestId('resource-label-zh').fill(resource.zh);
  await page.getByTestId('resource-label-en').fill(resource.en);
  await page.getByTestId('resource-name').fill(resource.name);
  await page.getByTestId('new-resource-form').locator('input[type="radio"][value="public_read"]').check();
  await page.getByTestId('add-column').click();
  await page.locator('#columns_1_name').fill('note');
  await shoot(page, 'low-code-6-new-resource');
  await page.getByTestId('form-save').click();
  await page.waitForURL(`${data}/${table}`);
}

/** A colleague finds the new table by its name and writes the first row. */
async function publishNews(page: Page, data: string): Promise<void> {
  await page.goto(data);
  await page.getByTestId('resource-table').getByRole('button', { name: resource.zh }).click();
  await page.getByTestId('new-row').click();
  const record = page.getByTestId('record');
  await record.getByRole('textbox').first().fill('周六停水');
  await record.getByRole('textbox').nth(1).fill('七点恢复');
  await record.getByTestId('form-save').click();
  await page.getByTestId('row-table').getByText('周六停水').waitFor();
  await shoot(page, 'low-code-7-news');
}

/** What the Data API answers to somebody who has not signed in, as the storefront would ask. */
async function anyoneReads(world: World): Promise<unknown> {
  const response = await fetch(`${world.platform.url}/rest/v1/${table}?select=name`, {
    headers: { apikey: world.platform.publishableKey },
  });
  assert.equal(response.status, 200);
  return response.json();
}
