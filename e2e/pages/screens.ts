import type { Page } from 'playwright-core';

/** Names of the screens that the menu of the back office offers whoever has signed in. */
export async function offeredScreens(page: Page, admin: string): Promise<string[]> {
  await page.goto(admin);
  const entries = page.locator('[data-testid^="nav-"]');
  await entries.first().waitFor();
  const names = await entries.evaluateAll((found) =>
    found.map((entry) => entry.getAttribute('data-testid')?.slice('nav-'.length) ?? ''),
  );
  return names.filter((name) => name !== '');
}
