import { join } from 'node:path';
import { execa } from 'execa';
import pg from 'pg';
import { root } from '../paths.ts';
import type { PlatformFacts } from './start-world.ts';

/** True when the database has a city. */
export async function hasTown(dbUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: dbUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query('select 1 from public.cities limit 1')).rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Writes the demo town and its people; `hasQueues` gives the operator's queues something to decide. */
export async function seedDemo(
  platform: PlatformFacts,
  hasQueues: boolean,
  log: (line: string) => void,
): Promise<void> {
  log('seeding the demo town');
  await runSeed(platform, ['demo', ...(hasQueues ? ['--queues'] : [])]);
}

/** Runs the seed program with the given arguments; throws with its last lines. */
export async function runSeed(platform: PlatformFacts, args: string[]): Promise<string> {
  const { exitCode, all } = await execa(process.execPath, [join(root, 'seed/src/main.ts'), ...args], {
    all: true,
    reject: false,
    timeout: 300_000,
    env: {
      LINLI_DB_URL: platform.dbUrl,
      SUPABASE_URL: platform.url,
      SUPABASE_SECRET_KEY: platform.secretKey,
    },
  });
  if (exitCode !== 0) throw new Error(`seeding failed:\n${all.slice(-2000)}`);
  return all;
}
