import type { Page } from 'playwright-core';
import { act } from '../../story/rider.ts';
import { shoot } from '../../support/browser.ts';
import { confirm } from '../../support/confirm.ts';

/** It rains in every zone; the open board says so until it is over. */
export async function startRain(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/map`);
  await page.getByTestId('mode-open').click();
  await page.getByTestId('mode-dialog').waitFor();
  await page.getByTestId('mode-start').click();
  await page.getByTestId('mode-banner').first().waitFor();
  await shoot(page, 'ops-day-6-rain');
}

export async function endRain(page: Page): Promise<void> {
  await page.getByTestId('mode-end').first().click();
  await confirm(page);
  await page.getByTestId('mode-banner').waitFor({ state: 'detached' });
}

/** The order on the open board, opened. */
async function openOrder(page: Page, orderId: string): Promise<void> {
  const card = page.locator(`[data-testid="live-order"][data-order-id="${orderId}"]`);
  await card.waitFor();
  if ((await card.getAttribute('aria-expanded')) !== 'true') await card.click();
}

/** Gives the task of the order to a rider by hand, also when another has it. */
export async function giveTo(page: Page, orderId: string, riderId: string): Promise<void> {
  await openOrder(page, orderId);
  await page.getByTestId('assign-open').click();
  await page.getByTestId(`candidate-${riderId}`).check();
  await shoot(page, 'ops-day-7-assign');
  await page.getByTestId('assign-confirm').click();
  await page
    .locator(`[data-testid="live-order"][data-order-id="${orderId}"][data-delivery-status="assigned"]`)
    .waitFor();
}

/** The rider rides to the store and is told to wait until the store says that the food is ready. */
export async function waitsForFood(page: Page, makeReady: () => Promise<void>): Promise<void> {
  await act(page);
  await page
    .getByTestId('task-ready')
    .getByText(/\d{1,2}:\d{2}/)
    .waitFor();
  const button = page.getByTestId('task-act');
  await button.and(page.locator(':disabled')).waitFor();
  await shoot(page, 'ops-day-8-rider-waits');
  await makeReady();
  await button.and(page.locator(':enabled')).waitFor();
}

/** Nobody opens: the rider tells, ops end it, the food goes back to the store. */
export async function bringBack(ops: Page, rider: Page, orderId: string): Promise<void> {
  await act(rider);
  await act(rider);
  await rider.getByTestId('report-incident').click();
  await rider.getByTestId('incident-customer_absent').click();
  await rider.getByTestId('incident-send').click();
  await rider.getByTestId('incident-open').waitFor();

  await openOrder(ops, orderId);
  await ops.getByTestId('resolve-open').click();
  await ops.getByTestId('resolve-fail').check();
  await shoot(ops, 'ops-day-9-resolve');
  await ops.getByTestId('resolve-confirm').click();
  await ops.getByTestId('resolve-sure').click();
  await rider.getByTestId('return-done').waitFor();
  await ops.getByTestId('lane-trouble').click();
  await ops.getByTestId('returns').getByTestId('return-done').click();
  await confirm(ops);
  await rider.getByTestId('return-done').waitFor({ state: 'detached' });
}
