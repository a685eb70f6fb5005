import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Session } from '@supabase/supabase-js';
import type { World } from '@linli/launcher/world/start-world';
import type { Browser } from 'playwright-core';
import { inspect } from './pages/inspect.ts';
import { offeredScreens } from './pages/screens.ts';
import { tellingTables } from './pages/telling-tables.ts';
import { visit } from './pages/visit.ts';
import { listShots, type ShotSubjects } from './shots/faces.ts';
import { prepareTown } from './shots/prepare-town.ts';
import { desktop, launchBrowser, phone } from './support/browser.ts';
import { openSignedIn } from './support/open-signed-in.ts';
import { sessionOf, signInStaff } from './support/people.ts';
import { startTestWorld } from './support/test-world.ts';

const staff = ['ops', 'dispatch', 'finance', 'support', 'merchant', 'clerk'] as const;

let world: World;
let browser: Browser;
let subjects: ShotSubjects;
const offered = new Map<string, string[]>();

before(async () => {
  world = await startTestWorld();
  browser = await launchBrowser();
  subjects = await prepareTown(world);
});

after(async () => {
  await browser?.close();
  await world?.stop();
});

async function staffSession(name: string): Promise<Session> {
  return sessionOf(await signInStaff(world, `${name}@demo.linli`));
}

const inspected = new Set<string>();

for (const name of staff) {
  test(`every screen that the menu offers ${name}@ opens for them and passes axe`, async () => {
    const session = await staffSession(name);
    const { context, page, problems } = await openSignedIn(browser, 'admin', session, { device: desktop });
    const faults: string[] = [];
    offered.set(name, await offeredScreens(page, world.urls.admin));
    for (const screen of offered.get(name) ?? []) {
      const refused = await visit(page, `${world.urls.admin}/${screen}`);
      if ((await page.getByTestId('guard').count()) > 0) refused.push('the guard refuses it');
      faults.push(...refused.map((line) => `${screen}: ${line}`));
      if (inspected.has(screen)) continue;
      inspected.add(screen);
      faults.push(...(await inspect(page)).map((line) => `${screen}: ${line}`));
    }
    await context.close();
    assert.deepEqual([...faults, ...problems], []);
  });
}

test('every screen that the menu does not offer says so at its address', async () => {
  const every = new Set([...offered.values()].flat());
  const faults: string[] = [];
  for (const name of staff) {
    const { context, page } = await openSignedIn(browser, 'admin', await staffSession(name), {
      device: desktop,
    });
    for (const screen of every) {
      if (offered.get(name)?.includes(screen)) continue;
      await page.goto(`${world.urls.admin}/${screen}`);
      const guard = page.getByTestId('guard');
      const isRefused = await guard.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (!isRefused) faults.push(`${name}@ ${screen}`);
    }
    await context.close();
  }
  assert.deepEqual(faults, []);
});

test('tables of every kind of column, their records and their designer pass axe', async () => {
  const client = await signInStaff(world, 'ops@demo.linli');
  const tables = await tellingTables(client);
  const { context, page, problems } = await openSignedIn(browser, 'admin', await sessionOf(client), {
    device: desktop,
  });
  const faults: string[] = [];
  for (const { name, id } of tables) {
    for (const path of [name, ...(id ? [`${name}/${id}`] : []), `${name}/-/design`]) {
      const refused = await visit(page, `${world.urls.admin}/data/${path}`);
      faults.push(...[...refused, ...(await inspect(page))].map((line) => `${path}: ${line}`));
    }
  }
  await context.close();
  assert.deepEqual([...faults, ...problems], []);
});

for (const app of ['storefront', 'rider'] as const) {
  test(`every page of the ${app} passes axe`, async () => {
    const shots = listShots(subjects).filter((shot) => shot.app === app);
    const faults: string[] = [];
    for (const [, group] of Map.groupBy(shots, ({ session }) => session?.user.id)) {
      const { context, page, problems } = await openSignedIn(browser, app, group[0]?.session, {
        device: phone,
      });
      for (const shot of group) {
        const refused = await visit(page, `${world.urls[app]}${shot.path}`);
        faults.push(...[...refused, ...(await inspect(page))].map((line) => `${shot.name}: ${line}`));
      }
      faults.push(...problems);
      await context.close();
    }
    assert.deepEqual(faults, []);
  });
}
