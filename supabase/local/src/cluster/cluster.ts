import { existsSync } from 'node:fs';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { clusterFolder } from './cluster-folder.ts';
import { initialiseCluster } from './initialise.ts';
import { isKnownSetting } from './known-setting.ts';
import { unprivilegedUser, type OsUser } from './os-user.ts';
import { assertPortFree } from './port.ts';
import { isAlive, runningPostmaster, stopPostmaster } from './postmaster-pid.ts';
import { launchServer, untilReady, type ServerProcess } from './server-process.ts';
import { OUTPUT_PLUGINS_SETTING, serverSettings, SETTINGS_FILE, type ClusterSettings } from './settings.ts';

export interface ClusterOptions extends ClusterSettings {
  dataDir: string;
  installationId: string;
  /** Password of the superuser; used by `initdb` only. */
  superuserPassword: string;
  /** Key of `vault.secrets`, kept where only the server reads it. */
  vaultKey: string;
  log: Logger;
}

export interface Cluster {
  folder: string;
  /** URL of database `postgres` for a role. */
  urlFor(role: string, password: string): string;
  /** Pid of the running server, or null while it is down. */
  pid(): Promise<number | null>;
  stop(): Promise<void>;
}

/** How long somebody who shut the server down may take to start it again, before we do. */
const GRACE_AFTER_SHUTDOWN_MS = 10_000;

/**
 * Starts the installation's own PostgreSQL server and keeps it running: a server that dies is started again with
 * back-off; one that was shut down by hand after ten seconds, unless somebody else starts it: then that server is
 * kept, and replaced when it goes. Throws `platform.port_taken`, `platform.initdb_failed`, `platform.postgres_failed`.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { log, port } = options;
  const user = unprivilegedUser();
  const folder = await clusterFolder(options.dataDir, options.installationId, user);
  const orphan = await runningPostmaster(folder);
  if (orphan) {
    log.warn({ pid: orphan }, 'stopping a PostgreSQL server that an earlier run left behind');
    await stopPostmaster(orphan);
  }
  await assertPortFree(port, 'PostgreSQL');
  if (await initialiseCluster(folder, options.superuserPassword, user))
    log.info({ folder }, 'made a new cluster');
  await writeServerFile(join(folder, 'vault.key'), options.vaultKey, user);
  const settings = serverSettings(options, await isKnownSetting(OUTPUT_PLUGINS_SETTING));
  await writeServerFile(join(folder, SETTINGS_FILE), settings, user);

  const logs = join(options.dataDir, 'logs');
  await mkdir(logs, { recursive: true });
  const logFile = join(logs, 'postgres.log');
  const launch = (): ServerProcess => launchServer(folder, logFile, user);
  let server = launch();
  let stopping = false;
  const ready = (): Promise<void> => untilReady(port, options.superuserPassword, server, logFile);
  await ready();

  /** Pid of a server that somebody else starts within `ms`, or null. */
  const somebodyElses = async (ms: number): Promise<number | null> => {
    const until = Date.now() + ms;
    do {
      const other = await runningPostmaster(folder);
      if (other || stopping) return other;
      await sleep(50);
    } while (Date.now() < until);
    return null;
  };

  const supervise = async (): Promise<void> => {
    let delayMs = 200;
    let code = await server.gone;
    while (!stopping) {
      log.error({ code }, 'PostgreSQL stopped unexpectedly');
      const other = await somebodyElses(code === 0 ? GRACE_AFTER_SHUTDOWN_MS : delayMs);
      if (stopping) return;
      if (other) {
        log.warn({ pid: other }, 'somebody else started PostgreSQL; it is used as it is');
        while (!stopping && isAlive(other)) await sleep(100);
        code = 0;
        continue;
      }
      if (!existsSync(folder)) {
        log.fatal(
          { folder },
          'the folder of the cluster is gone; start the platform again to make a new one',
        );
        return;
      }
      server = launch();
      try {
        await ready();
        log.warn('PostgreSQL runs again');
        delayMs = 200;
      } catch (error) {
        log.error({ err: error }, 'PostgreSQL did not start again');
        delayMs = Math.min(delayMs * 2, 10_000);
      }
      code = await server.gone;
    }
  };
  const supervision = supervise();

  return {
    folder,
    urlFor: (role, password) => `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`,
    pid: () => runningPostmaster(folder),
    async stop() {
      stopping = true;
      // Without its pid file, for example when the folder was deleted, the server is still our child.
      const pid = (await runningPostmaster(folder)) ?? (server.hasExited() ? undefined : server.pid);
      if (pid) await stopPostmaster(pid);
      await supervision;
    },
  };
}

async function writeServerFile(path: string, text: string, user: OsUser | null): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  if (user) await chown(path, user.uid, user.gid);
}
