import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import pg from 'pg';
import { freePort } from '../../src/cluster/port.ts';
import { startPlatform, type Platform, type PlatformOptions } from '../../src/index.ts';

const SUPABASE_DIR = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

export interface TestPlatform extends Platform {
  dataDir: string;
  databasePort: number;
  /** Runs SQL as `postgres` and waits until the Data API has seen a changed schema. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Client with the publishable key, the secret key, or a user's token on top of the publishable key. */
  anon(): SupabaseClient;
  service(): SupabaseClient;
  user(sub: string, claims?: Record<string, unknown>): Promise<SupabaseClient>;
}

/** An empty platform on free ports with its own data folder; `stop` removes the folder. */
export async function startTestPlatform(overrides: Partial<PlatformOptions> = {}): Promise<TestPlatform> {
  const dataDir = overrides.dataDir ?? (await temporaryFolder());
  const options = {
    dataDir,
    supabaseDir: SUPABASE_DIR,
    gatewayPort: await freePort(),
    databasePort: await freePort(),
    siteUrl: 'http://127.0.0.1:3000',
    bare: true,
    durable: false,
    ...overrides,
  };
  const platform = await startPlatform(options);
  const database = new pg.Pool({
    connectionString: platform.dbUrl,
    max: 2,
    options: '-c client_min_messages=warning',
  });
  database.on('error', () => undefined);
  // Also after end(), which does not wait for the server's last word.
  database.on('connect', (client) => client.on('error', () => undefined));
  const clients: SupabaseClient[] = [];
  const client = (key: string, accessToken?: string): SupabaseClient => {
    const made = createClient(platform.url, key, {
      auth: { persistSession: false, autoRefreshToken: false },
      ...(accessToken ? { accessToken: async () => accessToken } : {}),
    });
    clients.push(made);
    return made;
  };
  return {
    ...platform,
    dataDir,
    databasePort: options.databasePort,
    async sql(text, values) {
      const result = await database.query<Record<string, unknown>>(text, values);
      if (/\b(create|alter|drop)\b/i.test(text)) await sleep(100);
      return Array.isArray(result) ? [] : result.rows;
    },
    anon: () => client(platform.keys.publishableKey),
    service: () => client(platform.keys.secretKey),
    async user(sub, claims = {}) {
      return client(platform.keys.publishableKey, await userToken(platform, { sub, ...claims }));
    },
    async stop() {
      // A channel that a failed test left open would try to join for ever.
      await Promise.all(clients.map((one) => one.removeAllChannels()));
      await database.end();
      await platform.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A folder that PostgreSQL's OS user can enter too. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-test-'));
  await chmod(folder, 0o711);
  return folder;
}

/** A token as Auth would sign it, with HS256 and any claims; `exp` is in seconds from now. */
export async function userToken(
  { keys }: Pick<Platform, 'keys'>,
  {
    sub,
    exp = 3600,
    secret = keys.jwtSecret,
    ...claims
  }: {
    sub?: string;
    exp?: number;
    secret?: string;
    [claim: string]: unknown;
  } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ role: 'authenticated', aud: 'authenticated', ...(sub ? { sub } : {}), ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(now)
    .setExpirationTime(now + exp)
    .sign(new TextEncoder().encode(secret));
}

/** Asks again until `check` gives something truthy, for at most `patienceMs`. */
export async function eventually<T>(check: () => Promise<T>, patienceMs = 10_000): Promise<NonNullable<T>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const value = await check().catch((error: unknown) => {
      if (Date.now() > until) throw error;
      return null;
    });
    if (value) return value as NonNullable<T>;
    if (Date.now() > until) throw new Error(`nothing came within ${patienceMs} ms`);
    await sleep(50);
  }
}
