import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresProgram } from './binaries.ts';
import { SUPERUSER } from './initialise.ts';
import type { OsUser } from './os-user.ts';

const SETPRIV = '/usr/bin/setpriv';

export interface ServerProcess {
  pid: number | undefined;
  hasExited(): boolean;
  /** Resolves with the exit code; null after a signal, 1 when it could not be started. */
  gone: Promise<number | null>;
}

/** Starts the server of a cluster as our child; its output goes to `logFile`. */
export function launchServer(folder: string, logFile: string, user: OsUser | null): ServerProcess {
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

/** Resolves when the server takes connections; throws `platform.postgres_failed`. */
export async function untilReady(
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
