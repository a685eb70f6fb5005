import { pushMigrations } from './diff-schemas.ts';
import { withScratchPlatform } from './scratch-platform.ts';
import { plainUrl, supabaseCli } from './supabase-cli.ts';

/** TypeScript row types of the migrated database. */
export async function generateTypes(): Promise<string> {
  return withScratchPlatform(async (platform) => {
    await pushMigrations(platform.dbUrl);
    return readTypes(platform.dbUrl);
  });
}

/** TypeScript row types of a database that has the product in it. */
export async function readTypes(dbUrl: string): Promise<string> {
  const answer = await supabaseCli([
    'gen',
    'types',
    'typescript',
    `--remote=${plainUrl(dbUrl)}`,
    '--schema',
    'public',
  ]);
  if (answer.exitCode !== 0) throw new Error(`supabase gen types failed: ${answer.stderr.slice(-1000)}`);
  return `${answer.stdout.trim()}\n`;
}
