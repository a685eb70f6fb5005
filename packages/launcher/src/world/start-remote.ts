import { join } from 'node:path';
import { apps, buildApps } from '../apps/build-apps.ts';
import { serveApp } from '../apps/serve-app.ts';
import { ensureN8nDatabase, startN8n, type RunningN8n } from '../n8n/index.ts';
import { profileDir } from '../paths.ts';
import { canListen, portsFrom, type Ports } from './ports.ts';
import { checkRemote, type RemoteSupabase } from './remote-supabase.ts';
import { ensureSecrets, type WorldSecrets } from './secrets.ts';

export interface RemoteOptions {
  supabase: RemoteSupabase;
  profile: string;
  portBase: number;
  log(line: string): void;
}

export interface RemoteWorld {
  urls: { storefront: string; rider: string; admin: string; workflows: string | null };
  secrets: WorldSecrets;
  /** Null without a database URL and a secret key. */
  workflows: Promise<RunningN8n> | null;
  stop(): Promise<void>;
}

/**
 * Runs the apps on this machine against a Supabase elsewhere, and n8n when its database and secret key are given. It
 * writes nothing there but n8n's own role and schema.
 */
export async function startRemote(options: RemoteOptions): Promise<RemoteWorld> {
  const { supabase, log } = options;
  const ports = portsFrom(options.portBase);
  for (const name of ['storefront', 'rider', 'admin'] as const) await requirePort(name, ports[name]);
  await checkRemote(supabase);
  const dir = profileDir(options.profile);
  const secrets = ensureSecrets(dir);
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end().catch((error: Error) => log(error.message));
  };
  try {
    const hasWorkflows = Boolean(supabase.dbUrl && supabase.secretKey);
    const urls = {
      storefront: `http://127.0.0.1:${ports.storefront}`,
      rider: `http://127.0.0.1:${ports.rider}`,
      admin: `http://127.0.0.1:${ports.admin}`,
      workflows: hasWorkflows ? `http://127.0.0.1:${ports.n8n}` : null,
    };
    const { workflows: workflowsUrl, ...links } = urls;
    const builds = await buildApps(log);
    for (const app of apps) {
      const served = await serveApp(builds[app], ports[app], {
        supabaseUrl: supabase.url,
        publishableKey: supabase.publishableKey,
        isDemo: false,
        links: workflowsUrl ? { ...links, workflows: workflowsUrl } : links,
      });
      stops.push(() => served.stop());
    }
    const workflows = hasWorkflows ? startWorkflows(dir, supabase, ports, secrets, log) : null;
    workflows?.catch(() => undefined);
    if (workflows) stops.push(async () => (await workflows.catch(() => undefined))?.stop());
    return { urls, secrets, workflows, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function requirePort(name: string, port: number): Promise<void> {
  if (await canListen(port)) return;
  throw new Error(
    `port ${port} (${name}) is taken: stop what uses it, or set LINLI_PORT_BASE to another base`,
  );
}

async function startWorkflows(
  dir: string,
  supabase: RemoteSupabase,
  ports: Ports,
  secrets: WorldSecrets,
  log: (line: string) => void,
): Promise<RunningN8n> {
  const database = new URL(supabase.dbUrl ?? '');
  await ensureN8nDatabase(database.href, 'n8n', secrets.n8nDatabasePassword);
  return startN8n({
    dataDir: join(dir, 'n8n'),
    port: ports.n8n,
    brokerPort: ports.n8nBroker,
    database: {
      host: database.hostname,
      port: Number(database.port || 5432),
      user: 'n8n',
      password: secrets.n8nDatabasePassword,
      database: database.pathname.slice(1) || 'postgres',
      schema: 'n8n',
    },
    supabaseUrl: supabase.url,
    serviceKey: supabase.secretKey ?? '',
    webhookKey: secrets.workflowKey,
    owner: { email: 'ops@linli.local', password: secrets.n8nOwnerPassword },
    log,
  });
}
