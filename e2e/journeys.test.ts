import { after, before, test } from 'node:test';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser } from 'playwright-core';
import { firstDay } from './journeys/first-day.ts';
import { lowCode } from './journeys/low-code.ts';
import { opsDay } from './journeys/ops-day.ts';
import { launchBrowser } from './support/browser.ts';
import { startTestWorld } from './support/test-world.ts';

let world: World;
let browser: Browser;

before(async () => {
  world = await startTestWorld();
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await world?.stop();
});

test('low-code: a field, a screen by role and a table, made by ops and seen by others', () =>
  lowCode(browser, world));

// Its statement of today must not be made before it: it comes ahead of the night that the first day ends with.
test("ops' day: a category's attributes, a promotion, rain, a task in other hands, money back, the books", () =>
  opsDay(browser, world));

test("a merchant's first day: applies, is let in, sets up the shop, sells the first bowl, is paid out", () =>
  firstDay(browser, world));
