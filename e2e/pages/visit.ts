import type { Page } from 'playwright-core';

/** Opens an address and waits until it has what it asked for; answers what the platform refused, and errors shown. */
export async function visit(page: Page, url: string): Promise<string[]> {
  const refused: string[] = [];
  const note = (response: { status(): number; url(): string; request(): { method(): string } }): void => {
    if (
      response.status() < 300 ||
      response.status() === 304 ||
      !/\/(rest|functions|storage)\/v1\//.test(response.url())
    )
      return;
    refused.push(`${response.status()} ${response.request().method()} ${response.url().slice(0, 160)}`);
  };
  page.on('response', note);
  await page.goto(url);
  await page.waitForLoadState('networkidle', { timeout: 6_000 }).catch(() => undefined);
  page.off('response', note);
  if ((await page.getByTestId('retry').count()) > 0) refused.push('the page says that something failed');
  return refused;
}
