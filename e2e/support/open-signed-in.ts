import type { Session } from '@supabase/supabase-js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerson, type PersonOptions } from './browser.ts';
import { openSession } from './open-session.ts';

/** A browser in which somebody has signed in to an app before; nobody has without a session. */
export async function openSignedIn(
  browser: Browser,
  app: 'storefront' | 'rider' | 'admin',
  session: Session | undefined,
  options: PersonOptions,
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const person = await newPerson(browser, options);
  if (session) await openSession(person.page, app, session);
  await person.page.addInitScript((locale) => {
    localStorage.setItem('PARAGLIDE_LOCALE', locale);
    localStorage.setItem('linli-admin-locale', locale);
  }, options.language ?? 'zh-CN');
  return person;
}
