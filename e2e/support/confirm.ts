import type { Page } from 'playwright-core';

/** Says yes in the question that stands beside a button; by the keyboard, since it may still be finding its place. */
export async function confirm(page: Page): Promise<void> {
  const yes = page
    .locator('.ant-popconfirm-buttons .ant-btn-primary, .ant-popconfirm-buttons .ant-btn-dangerous')
    .last();
  await yes.waitFor();
  await yes.press('Enter');
  await yes.waitFor({ state: 'hidden' });
}
