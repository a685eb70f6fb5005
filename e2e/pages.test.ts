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
import { eventually } from './support/eventually.ts';
import { openSignedIn } from './support/open-signed-in.ts';
import { sessionOf, signInStaff } from './support/people.ts';
import { startTestWorld } from './support/test-world.ts';

const staff = ['ops', 'dispatch', 'finance', 'support', 'merchant', 'clerk'] as const;

let world: World;
let browser: Browser;
let subjects: ShotSubjects;
const offered = new Map<string, string[]>();

before(async () => {
  world = await startTestWorld('pages', false);
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

test('what the menu does not offer is not at its address either', async () => {
  const every = new Set([...offered.values()].flat());
  const faults: string[] = [];
  for (const name of ['support', 'clerk'] as const) {
    const { context, page } = await openSignedIn(browser, 'admin', await staffSession(name), {
      device: desktop,
    });
    for (const screen of every) {
      if (offered.get(name)?.includes(screen)) continue;
      await page.goto(`${world.urls.admin}/${screen}`);
      // A screen of the other workspace leads home; one that the role may not see says so.
      const isRefused = await eventually('the guard', async () => {
        if (!page.url().endsWith(`/${screen}`)) return true;
        return (await page.getByTestId('guard').count()) > 0;
      }).catch(() => false);
      if (!isRefused) faults.push(`${name}@ ${screen}`);
    }
    await context.close();
  }
  assert.deepEqual(faults, []);
});

test('tables of every kind of column, their records and their designer pass axe', async () => {
  const client = await signInStaff(world, 'ops@demo.linli');
  const paths = (await tellingTables(client)).flatMap(({ name, id }) => [
    name,
    ...(id ? [`${name}/${id}`] : []),
    `${name}/-/design`,
  ]);
  const shots = paths.map((path) => ({ name: path, path: `/data/${path}` }));
  assert.deepEqual(await lookAt('admin', await sessionOf(client), shots), []);
});

for (const app of ['storefront', 'rider', 'admin'] as const) {
  test(`every page of the ${app} that stands for itself passes axe`, async () => {
    const faults: string[] = [];
    const shots = listShots(subjects).filter((shot) => shot.app === app);
    for (const [, group] of Map.groupBy(shots, ({ session }) => session?.user.id)) {
      faults.push(...(await lookAt(app, group[0]?.session, group)));
    }
    assert.deepEqual(faults, []);
  });
}

/** What is wrong with pages of an app as one person sees them. */
async function lookAt(
  app: 'storefront' | 'rider' | 'admin',
  session: Session | undefined,
  shots: readonly { name: string; path: string }[],
): Promise<string[]> {
  const device = app === 'admin' ? desktop : phone;
  const { context, page, problems } = await openSignedIn(browser, app, session, { device });
  const faults: string[] = [];
  for (const { name, path } of shots) {
    const refused = await visit(page, `${world.urls[app]}${path}`);
    faults.push(...[...refused, ...(await inspect(page))].map((line) => `${name}: ${line}`));
  }
  await context.close();
  return [...faults, ...problems];
}
