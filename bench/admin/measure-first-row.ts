import { percentile } from '../checkout/percentile.ts';
import type { Office } from './open-office.ts';
import { openPage } from './open-page.ts';

const rounds = 8;

/** Milliseconds in Chromium from the click on the menu to the first row of the order list: median of several. */
export async function measureFirstRow(office: Office, cityId: string): Promise<number> {
  const page = await openPage(office, cityId);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    // A fresh start each time: the list has nothing to show from before.
    await page.goto(`${office.adminUrl}/zones`);
    await page.getByTestId('nav-orders').waitFor();
    await page.waitForLoadState('networkidle');
    const took = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const start = performance.now();
          const look = (): void => {
            if (document.querySelector('[data-testid="order-open"]')) resolve(performance.now() - start);
            else requestAnimationFrame(look);
          };
          document.querySelector<HTMLElement>('[data-testid="nav-orders"]')?.click();
          look();
        }),
    );
    times.push(took);
  }
  await page.context().close();
  // The first visit also brings the code of the screen.
  return percentile(times.slice(1), 0.5);
}
