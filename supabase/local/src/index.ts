import { join, resolve } from 'node:path';
import { createAuth } from './auth/index.ts';
import { runBootstrap } from './bootstrap/run-bootstrap.ts';
import { storeVaultSecrets } from './bootstrap/store-vault-secrets.ts';
import { startCluster } from './cluster/cluster.ts';
import { SUPERUSER } from './cluster/initialise.ts';
import type { PlatformConfig, PlatformContext, PlatformKeys, PlatformPart } from './context.ts';
import { createPool } from './database/pool.ts';
import { loadRoleSettings } from './database/role-settings.ts';
import { createLogger } from './gateway/create-logger.ts';
import { createFunctions } from './functions/index.ts';
import { startGateway } from './gateway/gateway.ts';
import { createIdentify } from './identity/identify.ts';
import { databasePassword, loadKeys } from './keys/load-keys.ts';
import { createJobs } from './jobs/index.ts';
import { applyMigrations } from './migrations/apply-migrations.ts';
import { lockFolder } from './lock-folder.ts';
import { createRealtime } from './realtime/index.ts';
import { readApiSettings } from './rest/api-settings.ts';
import { createRest } from './rest/index.ts';
import { watchSchema } from './rest/schema-cache.ts';
import { createRpc } from './rpc/index.ts';
import { createStorage } from './storage/index.ts';

export interface PlatformOptions {
  /** Folder for everything this installation writes; made if missing. */
  dataDir: string;
  /** Folder with `config.toml` and `migrations/`. */
  supabaseDir: string;
  gatewayPort: number;
  databasePort: number;
  /** Where e-mail links and OAuth return to. */
  siteUrl: string;
  functionEnv?: Record<string, string>;
  /** Ports of this machine, besides the database's, that `net.http_*` must refuse (admin services). */
  closedPorts?: number[];
  /** Start without the product's migrations. */
  bare?: boolean;
  /** Also print short log lines to stderr. */
  verbose?: boolean;
  /** `false` gives up crash safety for speed: tests only. Default true. */
  durable?: boolean;
}

export interface Platform {
  /** The one URL that apps know. */
  url: string;
  keys: PlatformKeys;
  /** Connection string of the `postgres` role. */
  dbUrl: string;
  /** Connection string of the superuser. */
  adminUrl: string;
  stop(): Promise<void>;
}

/** Undo steps of a start, run in reverse; a failing step does not keep the others from running. */
class Cleanup {
  readonly #steps: (() => Promise<void> | void)[] = [];

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'platform.stop_failed');
  }
}

/**
 * Starts the platform: database, bootstrap, migrations, all parts and the gateway. Throws an error whose message
 * starts with a stable key (`platform.port_taken`, `platform.migration_failed`, …); what had started is stopped then.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const cleanup = new Cleanup();
  try {
    return await start(options, cleanup);
  } catch (error) {
    await cleanup.run().catch(() => undefined);
    throw error;
  }
}

async function start(options: PlatformOptions, cleanup: Cleanup): Promise<Platform> {
  const dataDir = resolve(options.dataDir);
  cleanup.add(await lockFolder(dataDir));
  const keys = await loadKeys(dataDir);
  const { log, close } = createLogger(dataDir, options.verbose ?? false);
  cleanup.add(close);
  const cluster = await startCluster({
    dataDir,
    installationId: keys.installationId,
    port: options.databasePort,
    durable: options.durable ?? true,
    superuserPassword: databasePassword(keys, SUPERUSER),
    vaultKey: keys.vaultKey,
    log,
  });
  cleanup.add(() => cluster.stop());

  const urlOf = (role: string): string => cluster.urlFor(role, databasePassword(keys, role));
  const adminUrl = urlOf(SUPERUSER);
  const dbUrl = urlOf('postgres');
  const url = `http://127.0.0.1:${options.gatewayPort}`;
  await runBootstrap(adminUrl, keys);
  await storeVaultSecrets(adminUrl, { project_url: url, service_role_key: keys.secretKey });
  if (!options.bare) {
    const applied = await applyMigrations(dbUrl, join(resolve(options.supabaseDir), 'migrations'));
    if (applied.length > 0) log.info({ versions: applied }, 'migrations applied');
  }

  const pool = createPool({ url: urlOf('supabase_local_services'), name: 'services', max: 10, log });
  cleanup.add(() => pool.end());
  const apiPool = createPool({ url: urlOf('authenticator'), name: 'api', max: 10, log, pipeline: true });
  cleanup.add(() => apiPool.end());
  const schemaCache = await watchSchema(urlOf('authenticator'), log);
  cleanup.add(() => schemaCache.stop());
  const roleSettings = await loadRoleSettings(pool);
  schemaCache.onReload(() => void roleSettings.reload().catch(() => undefined));

  const config: PlatformConfig = {
    dataDir,
    supabaseDir: resolve(options.supabaseDir),
    host: '127.0.0.1',
    gatewayPort: options.gatewayPort,
    databasePort: options.databasePort,
    url,
    siteUrl: options.siteUrl,
    functionEnv: options.functionEnv ?? {},
  };
  const identify = await createIdentify(keys);
  const ctx: PlatformContext = { config, keys, log, adminUrl, dbUrl, pool, apiPool, identify };

  const parts: PlatformPart[] = [];
  const add = <P extends PlatformPart>(part: P): P => {
    parts.push(part);
    cleanup.add(() => part.stop());
    return part;
  };
  const { schemas, maxRows } = await readApiSettings(config.supabaseDir);
  const rest = await createRest(ctx, {
    databaseUrl: urlOf('authenticator'),
    schemas,
    maxRows,
    roleSettings,
    schemaCache,
  });
  // Function calls come first: their path lies inside the tables' path.
  add(await createRpc(ctx, { schemas, roleSettings, schemaCache, fallback: rest.answer }));
  add(rest);
  add(await createStorage(ctx, roleSettings));
  add(await createAuth(ctx, { databaseUrl: urlOf('supabase_auth_admin') }));
  add(await createRealtime(ctx));
  add(await createFunctions(ctx, { isWarm: !options.bare }));
  const closedPorts = new Set([options.databasePort, ...(options.closedPorts ?? [])]);
  add(await createJobs(ctx, { databaseUrl: urlOf('supabase_local_services'), closedPorts }));

  const gateway = await startGateway({
    port: config.gatewayPort,
    parts,
    log,
    databaseHealth: async () => {
      await pool.query('select 1');
      return { ok: true };
    },
  });
  cleanup.add(() => gateway.stop());
  log.info({ url: config.url }, 'platform is ready');
  return { url: config.url, keys, dbUrl, adminUrl, stop: () => cleanup.run() };
}
