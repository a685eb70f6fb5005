import { spawn } from 'node:child_process';
import { existsSync, openSync, closeSync } from 'node:fs';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { postgresProgram } from './binaries.ts';
import { clusterFolder } from './cluster-folder.ts';
import { initialiseCluster, SUPERUSER } from './initialise.ts';
import { unprivilegedUser, type OsUser } from './os-user.ts';
import { assertPortFree } from './port.ts';
import { isAlive, runningPostmaster, stopPostmaster } from './postmaster-pid.ts';
import { serverSettings, SETTINGS_FILE, type ClusterSettings } from './settings.ts';

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

const SETPRIV = '/usr/bin/setpriv';
/** After a server that was shut down on purpose, how long somebody else may take to start it again. */
const GRACE_AFTER_CLEAN_STOP_MS = 10_000;

/**
 * Starts the installation's own PostgreSQL server and keeps it running: a server that dies is started again with
 * back-off, one that was shut down by hand after ten seconds. Throws `platform.port_taken`, `platform.initdb_failed`,
 * `platform.postgres_failed`.
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
  await writeServerFile(join(folder, SETTINGS_FILE), serverSettings(options), user);

  const logs = join(options.dataDir, 'logs');
  await mkdir(logs, { recursive: true });
  const logFile = join(logs, 'postgres.log');
  const launch = (): ServerProcess => launchServer(folder, logFile, user);
  let server = launch();
  let stopping = false;
  const ready = (): Promise<void> => untilReady(port, options.superuserPassword, server, logFile);
  await ready();

  const supervise = async (): Promise<void> => {
    let delayMs = 200;
    while (!stopping) {
      const code = await server.gone;
      if (stopping) return;
      log.error({ code }, 'PostgreSQL stopped unexpectedly');
      const until = Date.now() + (code === 0 ? GRACE_AFTER_CLEAN_STOP_MS : delayMs);
      while (!stopping && Date.now() < until) {
        const other = await runningPostmaster(folder);
        while (other && !stopping && isAlive(other)) await sleep(200);
        await sleep(100);
      }
      if (stopping) return;
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

interface ServerProcess {
  pid: number | undefined;
  hasExited(): boolean;
  /** Resolves with the exit code; null after a signal, 1 when it could not be started. */
  gone: Promise<number | null>;
}

async function writeServerFile(path: string, text: string, user: OsUser | null): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  if (user) await chown(path, user.uid, user.gid);
}

function launchServer(folder: string, logFile: string, user: OsUser | null): ServerProcess {
  const out = openSync(logFile, 'a');
  const command = [postgresProgram('postgres'), '-D', folder];
  // The server must not outlive the platform, not even when that is killed: setpriv asks the kernel for it.
  const identity = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
  const viaSetpriv = existsSync(SETPRIV);
  const [program = '', ...args] = viaSetpriv
    ? [SETPRIV, ...identity, '--pdeathsig=INT', ...command]
    : command;
  try {
    const child = spawn(program, args, {
      cwd: folder,
      detached: true,
      stdio: ['ignore', out, out],
      env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C.UTF-8' },
      ...(user && !viaSetpriv ? { uid: user.uid, gid: user.gid } : {}),
    });
    let exited = false;
    const gone = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      child.once('error', () => resolve(1));
    }).finally(() => (exited = true));
    return { pid: child.pid, gone, hasExited: () => exited };
  } finally {
    closeSync(out);
  }
}

async function untilReady(
  port: number,
  password: string,
  server: ServerProcess,
  logFile: string,
): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (server.hasExited()) {
      throw new Error(`platform.postgres_failed: the server stopped while starting; see ${logFile}`);
    }
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: SUPERUSER,
      password,
      database: 'postgres',
      connectionTimeoutMillis: 2000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error(`platform.postgres_failed: no answer within 60 s; see ${logFile}`, { cause: error });
      }
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
