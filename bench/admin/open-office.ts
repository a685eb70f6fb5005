import { createClient, type Session, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '@linli/database';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../e2e/support/browser.ts';
import { freePort } from '@linli/local-platform/cluster/port';
import { buildApps } from '../../packages/launcher/src/apps/build-apps.ts';
import { serveApp } from '../../packages/launcher/src/apps/serve-app.ts';
import { runSeed } from '../../packages/launcher/src/world/seed-demo.ts';
import { openTown } from '../checkout/open-town.ts';

/** A back office with somebody of ops in it, on a platform of its own with the test town and the demo town. */
export interface Office {
  dbUrl: string;
  db: pg.Client;
  /** Of the signed-in person, through the gateway. */
  client: SupabaseClient<Database>;
  session: Session;
  adminUrl: string;
  /** Folder of the build that is served there. */
  buildDir: string;
  browser: Browser;
}

/** Opens the office for `work` and takes everything down again. `log` gets a line for each step. */
export function openOffice<T>(log: (line: string) => void, work: (office: Office) => Promise<T>): Promise<T> {
  return openTown(async (dbUrl, platform) => {
    const facts = {
      url: platform.url,
      dbUrl,
      adminUrl: platform.adminUrl,
      publishableKey: platform.keys.publishableKey,
      secretKey: platform.keys.secretKey,
    };
    await runSeed(facts, ['demo']);
    const { admin } = await buildApps(log);
    const served = await serveApp(admin, await freePort(), {
      supabaseUrl: facts.url,
      publishableKey: facts.publishableKey,
      isDemo: true,
      links: {},
    });
    const db = new pg.Client({ connectionString: dbUrl });
    const browser = await launchBrowser();
    try {
      await db.connect();
      const client = createClient<Database>(facts.url, facts.publishableKey, {
        auth: { persistSession: false, autoRefreshToken: false },
      });
      const { data, error } = await client.auth.signInWithPassword({
        email: 'ops@demo.linli',
        password: 'linli-demo',
      });
      if (error) throw error;
      return await work({
        dbUrl,
        db,
        client,
        session: data.session,
        adminUrl: served.url,
        buildDir: admin,
        browser,
      });
    } finally {
      await browser.close();
      await served.stop();
      await db.end();
    }
  });
}
