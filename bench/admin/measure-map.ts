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

/** Frames a second of the page with the live map. */
export interface MapFrames {
  /** While every rider's place arrives. */
  live: number;
  /** With nobody moving: what the page itself costs. */
  still: number;
  /** While somebody drags the full map, riders moving. */
  dragged: number;
  /** While somebody drags a map with neither riders nor orders: as fast as this machine draws the streets. */
  ceiling: number;
}

/** Frames that the page draws in a second, counted in the page itself; `isDragged` moves the map with every frame. */
async function framesPerSecond(page: Page, seconds: number, isDragged = false): Promise<number> {
  return page.evaluate(
    ([forMs, drags]) =>
      new Promise<number>((resolve) => {
        const canvas = document.querySelector<HTMLElement>('.maplibregl-canvas');
        const box = canvas?.getBoundingClientRect();
        if (canvas === null || box === undefined) throw new Error('the page shows no map');
        const mouse = (type: string, on: EventTarget, frame: number): void => {
          const clientX = box.left + box.width / 2 + Math.sin(frame / 20) * 200;
          const clientY = box.top + box.height / 2 + Math.cos(frame / 20) * 120;
          const buttons = type === 'mouseup' ? 0 : 1;
          on.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY, button: 0, buttons }));
        };
        const start = performance.now();
        let frames = 0;
        if (drags) mouse('mousedown', canvas, 0);
        const next = (now: number): void => {
          frames += 1;
          if (drags) mouse('mousemove', document, frames);
          if (now - start >= forMs) {
            if (drags) mouse('mouseup', document, frames);
            resolve((frames * 1000) / (now - start));
          } else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    [seconds * 1000, isDragged] as const,
  );
}

async function openMap(office: Office, cityId: string): Promise<Page> {
  const page = await openPage(office, cityId);
  await page.goto(`${office.adminUrl}/map`);
  await page.locator('[data-testid="ops-map"][data-ready="true"]').waitFor({ timeout: 120_000 });
  return page;
}

/** Frames a second of the live map of the demo town: empty, full, and full while positions stream in. */
export async function measureMap(
  office: Office,
  load: MapLoad,
  say: (line: string) => void,
): Promise<MapFrames> {
  const { db } = office;
  const { rows } = await db.query<{ id: string }>(`select id from public.cities where slug = 'linli'`);
  const cityId = rows[0]?.id ?? '';
  const empty = await openMap(office, cityId);
  const ceiling = await framesPerSecond(empty, 5, true);
  await empty.context().close();
  say(`empty map, dragged: ${ceiling.toFixed(1)} fps`);
  const crowd = await readFile(new URL('./crowd.sql', import.meta.url), 'utf8');
  await db.query(
    crowd
      .replaceAll('$RIDERS', String(load.riders))
      .replaceAll('$ORDERS', String(load.orders))
      .replaceAll('$CITY', cityId),
  );
  const page = await openMap(office, cityId);
  await page.getByTestId('live-order').first().waitFor({ timeout: 60_000 });
  const still = await framesPerSecond(page, 5);
  say(`nobody moves: ${still.toFixed(1)} fps`);
  const stream = streamPositions(office.dbUrl, load.riders, load.everyMs);
  const live = await framesPerSecond(page, load.seconds);
  const dragged = await framesPerSecond(page, 5, true);
  const { reports, seconds } = await stream.stop();
  const pace = (reports / seconds).toFixed(0);
  say(`${pace} positions a second: ${live.toFixed(1)} fps, dragged ${dragged.toFixed(1)} fps`);
  await page.context().close();
  return { live, still, dragged, ceiling };
}
