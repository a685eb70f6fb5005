import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform, type Platform } from '@linli/local-platform';
import { freePort } from '@linli/local-platform/cluster/port';
import pg from 'pg';
import { supabaseDir } from '../paths.ts';

/** Runs `work` on a platform of its own that has no product in it yet, and removes it afterwards. */
export async function withScratchPlatform<T>(work: (platform: Platform) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-scratch-'));
  try {
    const platform = await startPlatform({
      dataDir,
      supabaseDir,
      gatewayPort: await freePort(),
      databasePort: await freePort(),
      siteUrl: 'http://127.0.0.1',
      bare: true,
      durable: false,
    });
    try {
      return await work(platform);
    } finally {
      await platform.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Runs a script as the given connection's role; throws with the place where it failed. */
export async function runScript(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } catch (error) {
    const { message, position } = error as { message: string; position?: string };
    const line = position ? sql.slice(0, Number(position)).split('\n').length : undefined;
    const file = line
      ? sql
          .split('\n')
          .slice(0, line)
          .findLast((text) => /^-- \S+\.sql$/.test(text))
          ?.slice(3)
      : undefined;
    throw new Error(`${message}${file ? ` in ${file}` : ''}`, { cause: error });
  } finally {
    await client.end();
  }
}
