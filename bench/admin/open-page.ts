import type { Page } from 'playwright-core';
import { desktop, newPerson } from '../../e2e/support/browser.ts';
import type { Office } from './open-office.ts';

/** A desktop browser in which ops are signed in and work on a city. */
export async function openPage({ browser, session }: Office, cityId: string): Promise<Page> {
  const { page } = await newPerson(browser, { device: desktop });
  await page.addInitScript(
    ([held, city]) => {
      localStorage.setItem('linli-admin', held);
      localStorage.setItem('linli-admin-city', city);
    },
    [JSON.stringify(session), cityId] as const,
  );
  return page;
}
