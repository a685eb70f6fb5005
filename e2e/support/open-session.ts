import type { Session } from '@supabase/supabase-js';
import type { Page } from 'playwright-core';

/** Every page that this browser opens of an app finds somebody signed in there. */
export async function openSession(
  page: Page,
  app: 'storefront' | 'rider' | 'admin',
  session: Session,
): Promise<void> {
  await page.addInitScript(([name, held]) => localStorage.setItem(`linli-${name}`, held), [
    app,
    JSON.stringify(session),
  ] as const);
}
