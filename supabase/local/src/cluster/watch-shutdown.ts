import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface ShutdownWatch {
  /** Whether `pg_ctl` was at work when the server began to shut down. */
  byPgCtl(): Promise<boolean>;
  end(): Promise<void>;
}

const CONNECT_MS = 10_000;
const PROGRAMS = /(^|\/)pg_ctl(cluster)?$/;

/**
 * Keeps a connection whose end is the first sign of a shutdown, and looks then for a `pg_ctl`, which waits for the
 * server's end: whoever stops it that way means to start it again himself.
 */
export async function watchShutdown(url: string): Promise<ShutdownWatch> {
  let seen: Promise<boolean> | null = null;
  const client = await connect(url, () => (seen ??= pgCtlRuns()));
  return {
    byPgCtl: () => (seen ??= pgCtlRuns()),
    async end() {
      await client?.end().catch(() => undefined);
    },
  };
}

async function connect(url: string, onEnd: () => void): Promise<pg.Client | null> {
  const until = Date.now() + CONNECT_MS;
  do {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'shutdown watch',
      connectionTimeoutMillis: 2000,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      client.once('end', onEnd);
      return client;
    } catch {
      await client.end().catch(() => undefined);
      await sleep(50);
    }
  } while (Date.now() < until);
  return null;
}

async function pgCtlRuns(): Promise<boolean> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const programs = await Promise.all(
    pids.map(async (pid) => (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')),
  );
  return programs.some(([program = '', argument = '']) => PROGRAMS.test(program) || PROGRAMS.test(argument));
}
