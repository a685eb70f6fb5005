import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertPortFree } from '@linli/local-platform/cluster/port';

const timeoutMs = 10_000;

/** Where the process id of the running n8n is kept. */
export function pidFile(dataDir: string): string {
  return join(dataDir, 'n8n.pid');
}

/**
 * Ends the n8n that an earlier run of this profile left behind (its launcher was killed), with its task runner, and
 * waits until its ports are free. The kept process id counts only while it still belongs to n8n.
 */
export async function endOrphan(
  dataDir: string,
  ports: readonly number[],
  log: (line: string) => void,
): Promise<void> {
  const file = pidFile(dataDir);
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  if (isN8n(pid)) {
    log(`ending an n8n that an earlier run left behind (process ${pid})`);
    process.kill(-pid, 'SIGKILL');
    // Its ports close some time after its entry in the process table is gone.
    const until = Date.now() + timeoutMs;
    while (!(await areFree(ports)) && Date.now() < until) await sleep(50);
  }
  rmSync(file, { force: true });
}

function isN8n(pid: number): boolean {
  try {
    return pid > 1 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('n8n/bin/n8n');
  } catch {
    return false;
  }
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  const probes = await Promise.allSettled(ports.map((port) => assertPortFree(port, 'n8n')));
  return probes.every((one) => one.status === 'fulfilled');
}
