import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { shoot } from '../../support/browser.ts';

/** What a migration does that nobody told the screens about. */
export async function renameColumn(
  world: World,
  table: string,
  before: string,
  after: string,
): Promise<void> {
  const session = new pg.Client({ connectionString: world.platform.dbUrl, connectionTimeoutMillis: 10_000 });
  await session.connect();
  try {
    await session.query(`alter table public.${table} rename column ${before} to ${after}`);
  } finally {
    await session.end();
  }
}

/** Screen and designer say what is broken; nothing is published until the designer is told what it is called now. */
export async function mend(
  page: Page,
  url: string,
  column: { before: string; after: string },
): Promise<void> {
  await page.goto(url);
  await page.getByTestId('problem').first().waitFor();
  await page.goto(`${url}/-/design`);
  const broken = page.getByTestId('problem').filter({ hasText: column.after });
  await broken.first().waitFor();
  assert.ok(await page.getByTestId('design-publish').isDisabled(), 'what is broken is not published');
  await shoot(page, 'low-code-8-broken');
  const line = page.locator(`[data-column="${column.before}"]`);
  await line.getByRole('button', { expanded: false }).first().click();
  await line.getByTestId('rename-to').click();
  await page.getByTestId(`rename-to-${column.after}`).click();
  await broken.first().waitFor({ state: 'detached' });
}
