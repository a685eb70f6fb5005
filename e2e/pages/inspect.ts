import type { Page } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';

/** Looks at the open page with axe, in light and again for contrast in dark. */
export async function inspect(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await findViolations(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // Colours fade for a moment.
  await page.waitForTimeout(250);
  const dark = await findViolations(page, 'color-contrast');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}
