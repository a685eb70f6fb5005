// Screenshots of every page × language × theme × device into artifacts/shots, with one contact sheet for each face.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '@linli/launcher/paths';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser } from 'playwright-core';
import { desktop, launchBrowser, phone, type Device } from '../support/browser.ts';
import { openSignedIn } from '../support/open-signed-in.ts';
import { startTestWorld } from '../support/test-world.ts';
import { contactSheet } from './contact-sheet.ts';
import { listShots, type Shot } from './faces.ts';
import { officeShots } from './office-shots.ts';
import { prepareTown } from './prepare-town.ts';

const outDir = join(root, 'artifacts/shots');
const only = process.argv[2];

const world = await startTestWorld('shots');
try {
  const browser = await launchBrowser();
  const subjects = await prepareTown(world);
  const every = [...listShots(subjects), ...(await officeShots(world, browser, subjects))];
  const shots = every.filter((shot) => !only || shot.app === only);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  for (const device of [phone, desktop]) {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const group of groupByPerson(shots)) await take(browser, world, group, device, language, theme);
      }
    }
  }
  for (const app of ['storefront', 'rider', 'admin'] as const) {
    const names = [...new Set(shots.filter((shot) => shot.app === app).map(({ name }) => name))];
    if (names.length === 0) continue;
    for (const device of [phone, desktop]) {
      await writeFile(join(outDir, `${app}-${device.name}.html`), contactSheet(app, device, names));
      const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
      await page.goto(`file://${join(outDir, `${app}-${device.name}.html`)}`);
      await page.screenshot({ path: join(outDir, `sheet-${app}-${device.name}.png`), fullPage: true });
      await page.close();
    }
  }
  await browser.close();
  process.stdout.write(`${outDir}\n`);
} finally {
  await world.stop();
}

/** Shots of one person in one app share a browser, as they would. */
function groupByPerson(shots: readonly Shot[]): Shot[][] {
  const groups = Map.groupBy(shots, (shot) => `${shot.app} ${shot.session?.user.id ?? ''}`);
  return [...groups.values()];
}

async function take(
  browser: Browser,
  { urls }: World,
  shots: readonly Shot[],
  device: Device,
  language: 'zh-CN' | 'en',
  theme: 'light' | 'dark',
): Promise<void> {
  const [first] = shots;
  if (!first) return;
  const { context, page } = await openSignedIn(browser, first.app, first.session, {
    device,
    language,
    theme,
    isSharp: true,
  });
  for (const shot of shots) {
    await page.goto(`${urls[shot.app]}${shot.path}`);
    await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
    // Maps draw their last tiles and markers glide to their places.
    await page.waitForTimeout(300);
    const name = `${shot.app}-${shot.name}-${device.name}-${language}-${theme}.png`;
    await page.screenshot({ path: join(outDir, name) });
  }
  await context.close();
}
