import type { Page } from 'playwright-core';
import { shoot } from '../support/browser.ts';

/** Signs in with e-mail and password on the page that asks for it. */
export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(url);
  const field = page.getByTestId('sign-in-email');
  const byPassword = page.getByTestId('sign-in-by-password').or(page.getByTestId('way-password'));
  await field.or(byPassword).first().waitFor();
  if (!(await field.isVisible())) await byPassword.first().click();
  await field.fill(email);
  await page.getByTestId('sign-in-password').fill('linli-demo');
  await page.getByTestId('sign-in-submit').click();
  await field.waitFor({ state: 'hidden' });
}

/** Opens the order desk and leaves it open; orders come in by themselves. */
export async function openDesk(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/desk`);
  await page.getByTestId('desk-view-live').or(page.getByTestId('live-state')).first().waitFor();
}

/** Takes a new order that appeared on the open desk, and readies it. */
export async function prepare(page: Page, slug: string, orderId: string): Promise<void> {
  const card = page.locator(`[data-testid="desk-order"][data-order-id="${orderId}"]`);
  await card.waitFor({ timeout: 60_000 });
  await shoot(page, `${slug}-merchant-1-new-order`);
  const acknowledge = page.getByTestId('acknowledge');
  if (await acknowledge.isVisible()) await acknowledge.click();
  await card.getByTestId('order-accept').click();
  await page
    .locator(`[data-testid="desk-order"][data-order-id="${orderId}"][data-status="accepted"]`)
    .waitFor();
  await card.getByTestId('order-start').click();
  await page
    .locator(`[data-testid="desk-order"][data-order-id="${orderId}"][data-status="preparing"]`)
    .waitFor();
  await shoot(page, `${slug}-merchant-2-preparing`);
  await card.getByTestId('order-ready').click();
  await page.locator(`[data-testid="desk-order"][data-order-id="${orderId}"][data-status="ready"]`).waitFor();
}
