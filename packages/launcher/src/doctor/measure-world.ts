import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFunctionConfigs } from '@linli/local-platform/functions/function-config';
import pg from 'pg';
import { migrationsDir, profileDir, supabaseDir } from '../paths.ts';
import { canListen, portsFrom, type Ports } from '../world/ports.ts';
import type { PlatformFacts } from '../world/start-world.ts';
import type { KeyFile } from './check-keys.ts';
import type { PortFacts } from './check-ports.ts';
import type { ServiceFacts } from './check-service.ts';

const timeoutMs = 5000;

/** Who uses the ports of a world. */
export async function measurePorts(base: number, isOurs: boolean): Promise<PortFacts> {
  const taken: [string, number][] = [];
  for (const [name, port] of Object.entries(portsFrom(base)) as [string, number][]) {
    if (!(await canListen(port))) taken.push([name, port]);
  }
  return { base, taken, isOurs };
}

/** The files that hold secrets of a profile. */
export function measureKeys(profile: string): KeyFile[] {
  const dir = profileDir(profile);
  return ['platform/keys.json', 'secrets.json'].map((name) => {
    const path = join(dir, name);
    if (!existsSync(path)) return { name, mode: null, isReadable: false, path };
    return { name, mode: statSync(path).mode & 0o777, isReadable: isJson(path), path };
  });
}

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

/** Functions of `config.toml` and those whose entry point is not there. */
export async function measureFunctions(): Promise<{ listed: string[]; missing: string[] }> {
  const configs = [...(await readFunctionConfigs(supabaseDir, process.env)).values()];
  return {
    listed: configs.map(({ name }) => name),
    missing: configs.filter(({ entrypoint }) => !existsSync(entrypoint)).map(({ name }) => name),
  };
}

/** What runs of a profile; null when nothing does. */
export async function measureService(profile: string, ports: Ports): Promise<ServiceFacts | null> {
  const text = await readFile(join(profileDir(profile), 'running.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { url, dbUrl } = JSON.parse(text) as PlatformFacts;
  return {
    url,
    health: await healthOf(url),
    migrations: await migrationsOf(dbUrl).catch(() => null),
    n8nStatus: await fetch(`http://127.0.0.1:${ports.n8n}/healthz/readiness`, {
      signal: AbortSignal.timeout(timeoutMs),
    }).then(
      ({ status }) => status,
      () => null,
    ),
  };
}

async function healthOf(url: string): Promise<ServiceFacts['health']> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(timeoutMs) });
    return ((await answer.json()) as { parts: NonNullable<ServiceFacts['health']> }).parts;
  } catch {
    return null;
  }
}

async function migrationsOf(dbUrl: string): Promise<NonNullable<ServiceFacts['migrations']>> {
  const files = await readdir(migrationsDir);
  const wanted = files
    .map((name) => /^(\d+)_.*\.sql$/.exec(name)?.[1])
    .filter((version) => version !== undefined);
  const client = new pg.Client({ connectionString: dbUrl, connectionTimeoutMillis: timeoutMs });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(
      'select version from supabase_migrations.schema_migrations order by version',
    );
    return { wanted, applied: rows.map(({ version }) => version) };
  } finally {
    await client.end();
  }
}
