import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** Says yes in the question that stands beside a button; it may still be finding its place when it is asked. */
export async function confirm(page: Page): Promise<void> {
  const yes = page
    .locator('.ant-popconfirm-buttons .ant-btn-primary, .ant-popconfirm-buttons .ant-btn-dangerous')
    .last();
  await yes.waitFor();
  await eventually('the answer to the question', async () => {
    await yes.click({ timeout: 2000 }).catch(() => undefined);
    return yes.isHidden();
  });
}
