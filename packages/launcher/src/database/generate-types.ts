import { schemasDir } from '../paths.ts';
import { renderSchemas } from './read-schemas.ts';
import { runScript, withScratchPlatform } from './scratch-platform.ts';
import { plainUrl, supabaseCli } from './supabase-cli.ts';

/** TypeScript row types of the schemas. */
export async function generateTypes(): Promise<string> {
  return withScratchPlatform(async (platform) => {
    await runScript(platform.dbUrl, await renderSchemas(schemasDir));
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
