import type { Page } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';

/** Longer than any transition of colours. */
const settleMs = 300;

/** Looks at the open page with axe, then in dark at its contrast alone, since all else is the same. */
export async function inspect(page: Page): Promise<string[]> {
  const found = await findViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(settleMs);
  const inDark = await findViolations(page, 'color-contrast');
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found, ...inDark.map((fault) => `in dark ${fault}`)];
}
