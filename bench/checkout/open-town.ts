import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderSchemas } from '../../packages/launcher/src/database/read-schemas.ts';
import { runScript, withScratchPlatform } from '../../packages/launcher/src/database/scratch-platform.ts';
import { schemasDir, supabaseDir } from '../../packages/launcher/src/paths.ts';

/** Runs `work` on a database of its own made from the schemas, with the small town of the pgTAP files in it. */
export function openTown<T>(work: (dbUrl: string) => Promise<T>): Promise<T> {
  return withScratchPlatform(async ({ dbUrl }) => {
    await runScript(dbUrl, await renderSchemas(schemasDir));
    await runScript(dbUrl, await readFile(join(supabaseDir, 'tests/support.sql'), 'utf8'));
    // The platform's own minute and dispatcher would join in.
    await runScript(dbUrl, 'select cron.unschedule(jobname) from cron.job; delete from vault.secrets');
    await runScript(dbUrl, 'select tests.make_town()');
    return work(dbUrl);
  });
}
