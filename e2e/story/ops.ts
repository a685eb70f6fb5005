import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import type { Page } from 'playwright-core';
import { shoot } from '../support/browser.ts';

/** Opens the live town map and leaves it open; what happens appears on it by itself. */
export async function openMap(page: Page, admin: string): Promise<void> {
  await page.goto(`${admin}/map`);
  await page.getByTestId('ops-map').waitFor();
  await page.getByTestId('live-panel').waitFor();
}

/** Sees the order in the panel of the open map and opens it. */
export async function seesOrder(page: Page, slug: string, number: string): Promise<void> {
  await page
    .getByTestId('live-order')
    .filter({ hasText: `#${number.slice(-4)}` })
    .first()
    .waitFor({ timeout: 60_000 });
  await shoot(page, `${slug}-ops-1-map`);
}

/** Reads who got what of an order from its drawer; answers net cents by account. */
export async function readLedger(
  page: Page,
  admin: string,
  slug: string,
  orderId: string,
): Promise<Record<string, number>> {
  await page.goto(`${admin}/orders?order=${orderId}`);
  const ledger = page.getByTestId('order-ledger');
  await ledger.waitFor();
  assert.equal(await ledger.getAttribute('data-sum'), '0');
  const shares: Record<string, number> = {};
  for (const share of await ledger.getByTestId('ledger-share').all()) {
    const account = (await share.getAttribute('data-account')) ?? '';
    shares[account] = Number(await share.getAttribute('data-cents'));
  }
  await ledger.scrollIntoViewIfNeeded();
  await shoot(page, `${slug}-ops-2-ledger`);
  return shares;
}

/** Has n8n run the settlement of a day, as it does every night. */
export async function settleInWorkflows(
  world: World,
  day: string,
): Promise<{ statements: number; lines: number }> {
  const response = await fetch(`${world.urls.workflows}/webhook/linli-settlement`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linli-key': world.secrets.workflowKey },
    body: JSON.stringify({ on_date: day }),
    signal: AbortSignal.timeout(60_000),
  });
  assert.equal(response.status, 200);
  return (await response.json()) as { statements: number; lines: number };
}
