import type { Page } from 'playwright-core';
import { shoot } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { between, type Place } from './place.ts';

/** Goes online where the phone says it is. */
export async function goOnline(page: Page, slug: string): Promise<void> {
  const isOnline = page.getByTestId('go-offline').or(page.getByTestId('offer-card'));
  await page.getByTestId('go-online').or(isOnline).first().waitFor();
  if (await page.getByTestId('go-online').isVisible()) await page.getByTestId('go-online').click();
  await isOnline.first().waitFor();
  await shoot(page, `${slug}-rider-1-online`);
}

/** Takes the offer that appears. */
export async function takeOffer(page: Page, slug: string): Promise<void> {
  await page.getByTestId('offer-card').waitFor({ timeout: 120_000 });
  await page.getByTestId('offer-countdown').waitFor();
  await shoot(page, `${slug}-rider-2-offer`);
  await page.getByTestId('offer-accept').click();
  await page.getByTestId('task-card').waitFor();
  await shoot(page, `${slug}-rider-3-task`);
}

/** Presses the one big button and waits until the card names the next step. */
export async function act(page: Page): Promise<void> {
  const step = page.getByTestId('task-step');
  const before = await step.textContent();
  await page.getByTestId('task-act').click();
  await eventually('the next step', async () => {
    if (await page.getByTestId('task-card').isHidden()) return true;
    return (await step.textContent({ timeout: 1000 })) !== before;
  });
}

/** Moves the phone along the straight way, as fast as positions are reported. */
export async function ride(page: Page, from: Place, to: Place, steps = 2): Promise<void> {
  for (let step = 1; step <= steps; step += 1) {
    const place = between(from, to, step / steps);
    await page.context().setGeolocation({ longitude: place.lon, latitude: place.lat });
    await page.waitForTimeout(3500);
  }
}
