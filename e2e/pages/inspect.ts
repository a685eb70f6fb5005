import type { Page } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';

/** Looks at the open page with axe, then in dark at its contrast alone, since all else is the same. */
export async function inspect(page: Page): Promise<string[]> {
  const found = await findViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(endTransitions);
  const inDark = await findViolations(page, 'color-contrast');
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found, ...inDark.map((fault) => `in dark ${fault}`)];
}

/** Colours half-way between two themes are nobody's: every transition that ends is brought to its end. */
async function endTransitions(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  }
}
