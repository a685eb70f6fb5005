import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Office } from './open-office.ts';
import { openPage } from './open-page.ts';
import { streamPositions } from './stream-positions.ts';

export interface MapLoad {
  riders: number;
  orders: number;
  /** How often each rider's place arrives. */
  everyMs: number;
  seconds: number;
}

/** Frames that the page draws in a second, counted in the page itself. */
async function framesPerSecond(page: Page, seconds: number): Promise<number> {
  return page.evaluate(
    (forMs) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let frames = 0;
        const next = (now: number): void => {
          frames += 1;
          if (now - start >= forMs) resolve((frames * 1000) / (now - start));
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    seconds * 1000,
  );
}

/** Frames a second of the live map: with nobody moving, and while positions stream in. */
export async function measureMap(
  office: Office,
  load: MapLoad,
  say: (line: string) => void,
): Promise<number> {
  const { db } = office;
  const { rows } = await db.query<{ id: string }>(`select id from public.cities where slug = 'linli'`);
  const cityId = rows[0]?.id ?? '';
  const crowd = await readFile(new URL('./crowd.sql', import.meta.url), 'utf8');
  await db.query(
    crowd
      .replaceAll('$RIDERS', String(load.riders))
      .replaceAll('$ORDERS', String(load.orders))
      .replaceAll('$CITY', cityId),
  );
  const page = await openPage(office, cityId);
  await page.goto(`${office.adminUrl}/map`);
  await page.locator('[data-testid="ops-map"][data-ready="true"]').waitFor({ timeout: 120_000 });
  await page.getByTestId('live-order').first().waitFor({ timeout: 60_000 });
  say(`nobody moves: ${(await framesPerSecond(page, 5)).toFixed(1)} fps`);
  const stream = streamPositions(office.dbUrl, load.riders, load.everyMs);
  const fps = await framesPerSecond(page, load.seconds);
  const { reports, seconds } = await stream.stop();
  say(`${(reports / seconds).toFixed(0)} positions a second: ${fps.toFixed(1)} fps`);
  await page.context().close();
  return fps;
}
