import { after, before, describe, test } from 'node:test';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser } from 'playwright-core';
import { firstDay } from './journeys/first-day.ts';
import { hands } from './journeys/hands.ts';
import { lowCode } from './journeys/low-code.ts';
import { opsDay } from './journeys/ops-day.ts';
import { launchBrowser } from './support/browser.ts';
import { startTestWorld } from './support/test-world.ts';

let world: World;
let browser: Browser;

before(async () => {
  world = await startTestWorld('journeys');
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await world?.stop();
});

// Side by side, since neither waits for what the other needs. The books of the day come before the night that the first
// day ends with.
describe('the day of ops', { concurrency: 2 }, () => {
  test("ops' day: a category's attributes, a promotion, rain, a task in other hands, money back, the books", () =>
    opsDay(browser, world));

  test('low-code: a field, a screen by role and a table, made by ops and seen by others; a broken screen mended', () =>
    lowCode(browser, world));
});

test("a merchant's first day: applies, is let in, sets up the shop, sells the first bowl, is paid out", () =>
  firstDay(browser, world));

test('hands: the desk by keyboard, the menu by drag, many prices and back, a list as a file, a colleague seen', () =>
  hands(browser, world));
