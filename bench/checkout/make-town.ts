import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript } from '../../packages/launcher/src/database/scratch-platform.ts';
import { supabaseDir } from '../../packages/launcher/src/paths.ts';

/** Writes the small town of the pgTAP files into a database that has the schemas, and keeps its jobs quiet. */
export async function makeTown(dbUrl: string): Promise<void> {
  await runScript(dbUrl, await readFile(join(supabaseDir, 'tests/support.sql'), 'utf8'));
  // The platform's own minute and dispatcher would join in.
  await runScript(dbUrl, 'select cron.unschedule(jobname) from cron.job; delete from vault.secrets');
  await runScript(dbUrl, 'select tests.make_town()');
}
