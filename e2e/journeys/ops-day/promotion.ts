import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { shoot } from '../../support/browser.ts';

export const promotion = { name: '下雨天送温暖', percent: 20, fromYuan: 10 };

/** Ops build a discount with a condition, see what it does to a cart and would have cost last week, and publish it. */
export async function publishPromotion(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/promotions/new/item_discount`);
  await page.getByTestId('field-name').fill(promotion.name);
  await page.getByTestId('logic-add').click();
  await page.getByTestId('fact-cart.subtotal_cents').click();
  const condition = page.getByTestId('logic-condition');
  await condition.getByTestId('logic-value').fill(String(promotion.fromYuan));
  const preview = page.getByTestId('promotion-preview');
  const own = preview.locator('[data-testid="explanation"][data-applied="true"]', {
    hasText: promotion.name,
  });
  await own.waitFor();
  await shoot(page, 'ops-day-4-promotion');
  await page.getByTestId('tab-simulation').click();
  await page.getByTestId('simulate').click();
  const figures = page.getByTestId('simulation-figures');
  await figures.waitFor();
  await shoot(page, 'ops-day-5-simulation');
  assert.match(await figures.innerText(), /[1-9]\d* \/ \d+/, 'orders of last week would have had it');
  await page.getByTestId('promotion-save').click();
  await page.getByTestId('promotion-publish').click();
  await page.getByTestId('promotion-pause').waitFor();
}
