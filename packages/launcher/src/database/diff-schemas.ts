import { readdir } from 'node:fs/promises';
import { migrationsDir, schemasDir } from '../paths.ts';
import { renderSchemas } from './read-schemas.ts';
import { runScript, withScratchPlatform } from './scratch-platform.ts';
import { plainUrl, supabaseCli } from './supabase-cli.ts';

/** SQL that leads from the migrations to the schemas; empty when they are equal. */
export async function diffSchemas(): Promise<string> {
  return withScratchPlatform((from) =>
    withScratchPlatform(async (to) => {
      await pushMigrations(from.dbUrl);
      await runScript(to.dbUrl, await renderSchemas(schemasDir));
      const answer = await supabaseCli([
        'db',
        'diff',
        '--use-pg-delta',
        '--from',
        plainUrl(from.dbUrl),
        '--to',
        plainUrl(to.dbUrl),
        '--schema',
        'public,private',
        '--yes',
      ]);
      if (answer.exitCode !== 0) throw new Error(`supabase db diff failed: ${answer.stderr.slice(-1000)}`);
      return answer.stdout.trim();
    }),
  );
}

/** Applies all migrations with the CLI, as production does. */
export async function pushMigrations(dbUrl: string): Promise<void> {
  const files = (await readdir(migrationsDir)).filter((name) => name.endsWith('.sql'));
  if (files.length === 0) return;
  const answer = await supabaseCli(['db', 'push', `--remote=${plainUrl(dbUrl)}`, '--yes']);
  if (answer.exitCode !== 0) throw new Error(`supabase db push failed: ${answer.stderr.slice(-2000)}`);
}
