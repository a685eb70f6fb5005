import type { Session } from '@supabase/supabase-js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newPerson, type PersonOptions } from './browser.ts';

/** A browser in which somebody has signed in to an app before; nobody has without a session. */
export async function openSignedIn(
  browser: Browser,
  app: 'storefront' | 'rider' | 'admin',
  session: Session | undefined,
  options: PersonOptions,
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const person = await newPerson(browser, options);
  await person.page.addInitScript(
    ([name, held, locale]) => {
      if (held) localStorage.setItem(`linli-${name}`, held);
      localStorage.setItem('PARAGLIDE_LOCALE', locale);
      localStorage.setItem('linli-admin-locale', locale);
    },
    [app, session ? JSON.stringify(session) : '', options.language ?? 'zh-CN'] as const,
  );
  return person;
}
