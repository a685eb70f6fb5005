import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@linli/launcher/paths';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

/** Chromium of the machine, quiet: it looks for nothing outside. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

export interface Device {
  name: 'phone' | 'desktop';
  viewport: { width: number; height: number };
}

export const phone: Device = { name: 'phone', viewport: { width: 390, height: 844 } };
export const desktop: Device = { name: 'desktop', viewport: { width: 1440, height: 900 } };

export interface PersonOptions {
  device: Device;
  /** Where the person's phone says that it is (WGS-84). */
  position?: { lon: number; lat: number };
  language?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  /** Draws as sharp as the device would: four times the work on a phone, for pictures alone. */
  isSharp?: boolean;
}

/** A browser of one person, apart from all others; errors of its pages end in `problems`. */
export async function newPerson(
  browser: Browser,
  options: PersonOptions,
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const settings: BrowserContextOptions = {
    viewport: options.device.viewport,
    deviceScaleFactor: options.isSharp && options.device.name === 'phone' ? 2 : 1,
    hasTouch: options.device.name === 'phone',
    locale: options.language ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.theme ?? 'light',
    // A service worker would answer from an older build.
    serviceWorkers: 'block',
  };
  if (options.position) {
    settings.permissions = ['geolocation'];
    settings.geolocation = { longitude: options.position.lon, latitude: options.position.lat };
  }
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  return { context, page, problems };
}

const shotsDir = join(root, 'artifacts', 'story');

/** Keeps what a person sees, for people to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shotsDir, { recursive: true });
  await page.screenshot({ path: join(shotsDir, `${name}.png`) });
}
