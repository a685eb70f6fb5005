import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apps, buildApps } from '../apps/build-apps.ts';
import { serveApp } from '../apps/serve-app.ts';
import { ensureN8nDatabase, startN8n, type RunningN8n } from '../n8n/index.ts';
import { profileDir, supabaseDir } from '../paths.ts';
import { connectWorkflows } from './connect-workflows.ts';
import { functionEnv, type VendorCredentials } from './function-env.ts';
import { forgetRunningWorld, noteRunningWorld } from './running-world.ts';
import { portsFrom, requireFreePorts, type Ports } from './ports.ts';
import { ensureSecrets, type WorldSecrets } from './secrets.ts';
import { hasTown, seedDemo } from './seed-demo.ts';
import { startVendors, type Vendors } from './start-vendors.ts';
import { supervise, type Supervised } from './supervise.ts';

export interface WorldOptions {
  /** Names the folder of its data under `.linli/`. */
  profile: string;
  portBase: number;
  /** Demo town and people, their sign-ins and the SMS inbox shown. */
  isDemo: boolean;
  /** Whether the demo's operator finds something in the queues; tests begin with empty ones. */
  hasQueues: boolean;
  /** `false` gives up crash safety for speed: tests that do not kill anything. */
  isDurable: boolean;
  /** n8n: it takes a minute of a core to start, and much longer to install. */
  hasWorkflows: boolean;
  log(line: string): void;
}

/** What the platform's process tells when it is ready. */
export interface PlatformFacts {
  url: string;
  dbUrl: string;
  adminUrl: string;
  publishableKey: string;
  secretKey: string;
}

export interface World {
  platform: PlatformFacts;
  ports: Ports;
  secrets: WorldSecrets;
  urls: {
    storefront: string;
    rider: string;
    admin: string;
    workflows: string;
  } & Vendors['urls'];
  /** Settles when the workflows run; n8n may take minutes to install on a machine that has never had it. Rejects in a world without. */
  workflows: Promise<RunningN8n>;
  platformPid(): number | undefined;
  stop(): Promise<void>;
}

const platformEntry = fileURLToPath(new URL('platform-process.ts', import.meta.url));

/** Starts everything that a town needs on this machine. What had started is stopped when a later part fails. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { log } = options;
  const dir = profileDir(options.profile);
  const ports = portsFrom(options.portBase);
  await requireFreePorts(ports);
  const secrets = ensureSecrets(dir);
  const stops: (() => Promise<unknown>)[] = [];
  const life = new AbortController();

  async function stop(): Promise<void> {
    life.abort();
    for (const end of stops.splice(0).reverse()) await end().catch((error: Error) => log(error.message));
  }

  try {
    const vendors = await startVendors(dir, ports, (end) => stops.push(end));

    log('starting the platform');
    const building = buildApps(log);
    building.catch(() => undefined);
    const platform = await startPlatformChild(options, ports, secrets, vendors.credentials);
    stops.push(() => platform.stop());
    await noteRunningWorld(dir, platform.ready);
    stops.push(() => forgetRunningWorld(dir));
    await connectWorkflows(platform.ready.adminUrl, ports, secrets.workflowKey);
    if (options.isDemo && !(await hasTown(platform.ready.dbUrl))) {
      await seedDemo(platform.ready, options.hasQueues, log);
    }

    const builds = await building;
    const urls = {
      storefront: `http://127.0.0.1:${ports.storefront}`,
      rider: `http://127.0.0.1:${ports.rider}`,
      admin: `http://127.0.0.1:${ports.admin}`,
      ...vendors.urls,
      workflows: `http://127.0.0.1:${ports.n8n}`,
    };
    const config = {
      supabaseUrl: platform.ready.url,
      publishableKey: platform.ready.publishableKey,
      isDemo: options.isDemo,
      ...(options.isDemo ? { smsInboxUrl: urls.sms } : {}),
      links: { storefront: urls.storefront, rider: urls.rider, admin: urls.admin, workflows: urls.workflows },
    };
    for (const app of apps) {
      const served = await serveApp(builds[app], ports[app], config);
      stops.push(() => served.stop());
    }

    const workflows = options.hasWorkflows
      ? startWorkflows(dir, platform.ready, ports, secrets, log, life.signal)
      : Promise.reject<RunningN8n>(new Error('this world runs no workflows'));
    stops.push(async () => (await workflows.catch(() => undefined))?.stop());
    workflows.catch(() => undefined);
    return { platform: platform.ready, ports, secrets, urls, workflows, platformPid: platform.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startPlatformChild(
  options: WorldOptions,
  ports: Ports,
  secrets: WorldSecrets,
  credentials: VendorCredentials,
): Promise<Supervised<PlatformFacts>> {
  return supervise<PlatformFacts>({
    name: 'platform',
    entry: platformEntry,
    readyTimeoutMs: 120_000,
    log: options.log,
    env: {
      SEND_SMS_HOOK_SECRET: secrets.smsHookSecret,
      LINLI_PLATFORM: JSON.stringify({
        dataDir: join(profileDir(options.profile), 'platform'),
        supabaseDir,
        gatewayPort: ports.gateway,
        databasePort: ports.database,
        siteUrl: `http://127.0.0.1:${ports.storefront}`,
        functionEnv: functionEnv(ports, secrets, credentials),
        closedPorts: [ports.n8nBroker],
        durable: options.isDurable,
      }),
    },
  });
}

async function startWorkflows(
  dir: string,
  platform: PlatformFacts,
  ports: Ports,
  secrets: WorldSecrets,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<RunningN8n> {
  await ensureN8nDatabase(platform.adminUrl, 'n8n', secrets.n8nDatabasePassword);
  signal.throwIfAborted();
  const running = await startN8n({
    dataDir: join(dir, 'n8n'),
    port: ports.n8n,
    brokerPort: ports.n8nBroker,
    database: {
      host: '127.0.0.1',
      port: ports.database,
      user: 'n8n',
      password: secrets.n8nDatabasePassword,
      database: 'postgres',
      schema: 'n8n',
    },
    supabaseUrl: platform.url,
    serviceKey: platform.secretKey,
    webhookKey: secrets.workflowKey,
    owner: { email: 'ops@demo.linli', password: secrets.n8nOwnerPassword },
    log,
  });
  if (signal.aborted) {
    await running.stop();
    signal.throwIfAborted();
  }
  return running;
}

/** Removes everything that a profile has written. */
export async function removeWorld(profile: string): Promise<void> {
  await rm(profileDir(profile), { recursive: true, force: true });
}
