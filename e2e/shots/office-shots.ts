import type { World } from '@linli/launcher/world/start-world';
import type { Browser } from 'playwright-core';
import { offeredScreens } from '../pages/screens.ts';
import { tellingTables } from '../pages/telling-tables.ts';
import { desktop } from '../support/browser.ts';
import { openSignedIn } from '../support/open-signed-in.ts';
import { signInStaff } from '../support/people.ts';
import type { Shot, ShotSubjects } from './faces.ts';

/** The screens that the menu offers a merchant and ops, and tables of every kind of column with record and designer. */
export async function officeShots(world: World, browser: Browser, of: ShotSubjects): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const session of [of.merchant, of.ops]) {
    const { context, page } = await openSignedIn(browser, 'admin', session, { device: desktop });
    for (const name of await offeredScreens(page, world.urls.admin)) {
      shots.push({ app: 'admin', name, path: `/${name}`, session });
    }
    await context.close();
  }
  const tables = await tellingTables(await signInStaff(world, 'ops@demo.linli'));
  for (const { name, id } of tables) {
    const shot = (kind: string, path: string): Shot => ({
      app: 'admin',
      name: `data-${name}${kind}`,
      path: `/data/${name}${path}`,
      session: of.ops,
    });
    shots.push(shot('', ''), shot('-design', '/-/design'));
    if (id) shots.push(shot('-record', `/${id}`));
  }
  return shots;
}
