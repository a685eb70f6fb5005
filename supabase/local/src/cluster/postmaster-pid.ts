import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Pid of a server that really runs on this cluster, or null. A file left by a dead server is removed. */
export async function runningPostmaster(folder: string): Promise<number | null> {
  const path = join(folder, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  if (await isPostgres(pid, folder)) return pid;
  await rm(path, { force: true });
  return null;
}

/** Whether process `pid` is a PostgreSQL server of this cluster (pids are reused after a reboot). */
async function isPostgres(pid: number, folder: string): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return /postgres|postmaster/.test(commandLine) && commandLine.split('\0').includes(folder);
}

/** Fast shutdown of the server `pid`; immediate after `patienceMs`. Resolves when it is gone. */
export async function stopPostmaster(pid: number, patienceMs = 15_000): Promise<void> {
  const signal = (name: NodeJS.Signals): boolean => {
    try {
      return process.kill(pid, name);
    } catch {
      return false;
    }
  };
  if (!signal('SIGINT')) return;
  const started = Date.now();
  let urged = false;
  while (isAlive(pid)) {
    if (!urged && Date.now() - started > patienceMs) urged = signal('SIGQUIT');
    if (Date.now() - started > patienceMs + 10_000)
      throw new Error(`platform.postgres_will_not_stop: pid ${pid}`);
    await sleep(25);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
