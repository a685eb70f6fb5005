import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '@linli/launcher/paths';
import { runSeed } from '@linli/launcher/world/seed-demo';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser } from 'playwright-core';
import { chooseTown } from './story/choose-town.ts';
import { play } from './story/play.ts';
import { launchBrowser } from './support/browser.ts';
import { startTestWorld } from './support/test-world.ts';

const extract = join(root, '../shared/data/osm/monaco.osm.gz');

let world: World;
let browser: Browser;

before(async () => {
  world = await startTestWorld('story');
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await world?.stop();
});

test('an order in the demo town, from tap to settlement', async () => {
  const { story, cityId } = await chooseTown(world, 'linli', {
    customer: { phone: '13800000021', country: '' },
    merchantEmail: 'merchant@demo.linli',
    riderEmail: 'rider1@demo.linli',
  });
  await play(browser, world, story, cityId);
});

const skip = existsSync(extract) ? false : 'the OpenStreetMap extract is not beside this clone';

test('an order in a town imported from OpenStreetMap', { skip }, async () => {
  await runSeed(world.platform, [
    'import',
    extract,
    '--slug',
    'monaco',
    '--currency',
    'EUR',
    '--timezone',
    'Europe/Monaco',
  ]);
  const { story, cityId } = await chooseTown(world, 'monaco', {
    customer: { phone: '13800000022', country: '' },
    merchantEmail: 'merchant@monaco.linli',
    riderEmail: 'rider1@monaco.linli',
  });
  await play(browser, world, story, cityId);
});
