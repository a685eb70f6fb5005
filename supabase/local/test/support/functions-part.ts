import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { createFunctions, type FunctionsOptions } from '../../src/functions/index.ts';
import { createIdentify } from '../../src/identity/identify.ts';
import { loadKeys, type InstallationKeys } from '../../src/keys/load-keys.ts';

export interface FunctionsPart {
  folder: string;
  keys: InstallationKeys;
  call(path: string, init?: RequestInit): Promise<Response>;
  write(path: string, text: string): Promise<void>;
  log(name: string): Promise<string>;
  health(): Promise<{ ok: boolean; detail?: string }>;
  stop(): Promise<void>;
}

/**
 * The functions part on its own, without a database. `files` are paths below a scratch folder and their text; functions
 * live in `functions/NAME/`, `supabase/config.toml` lists them.
 */
export async function startFunctionsPart(
  files: Record<string, string>,
  options: FunctionsOptions = {},
  supabaseDir?: string,
): Promise<FunctionsPart> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-functions-'));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  const dataDir = join(folder, 'data');
  const keys = await loadKeys(dataDir);
  const pool = new pg.Pool();
  const part = await createFunctions(
    {
      config: {
        dataDir,
        supabaseDir: supabaseDir ?? join(folder, 'supabase'),
        host: '127.0.0.1',
        gatewayPort: 1,
        databasePort: 2,
        url: 'http://127.0.0.1:1',
        siteUrl: 'http://127.0.0.1:3',
        functionEnv: { GREETING: '你好' },
      },
      keys,
      log: pino({ enabled: false }),
      adminUrl: '',
      dbUrl: 'postgresql://postgres@127.0.0.1:2/postgres',
      pool,
      apiPool: pool,
      identify: await createIdentify(keys),
    },
    options,
  );
  return {
    folder,
    keys,
    write,
    call: async (path, init) =>
      (await part.routes?.request(`http://127.0.0.1:1/functions/v1/${path}`, init)) ?? Response.error(),
    log: (name) => readFile(join(dataDir, 'logs', 'functions', `${name}.log`), 'utf8'),
    health: () => part.health(),
    async stop() {
      await part.stop();
      await pool.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until a condition holds, ten seconds at most. */
export async function eventually(what: string, condition: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > until) throw new Error(`did not happen within 10 s: ${what}`);
    await pause(50);
  }
}
