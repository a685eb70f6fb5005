import type { Page } from 'playwright-core';
import { findViolations } from '../support/find-violations.ts';

/** Looks at the open page with axe; in dark at its contrast alone, since all else is the same. */
export function inspect(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  return findViolations(page, theme === 'dark' ? 'color-contrast' : undefined);
}
