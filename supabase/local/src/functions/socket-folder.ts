import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIdentity } from '../process-identity.ts';

const NAME = /^linli-fn-(\d+)-(\d+)-\w{6}$/;

/**
 * Makes a folder for the workers' sockets, and removes those that platforms which were killed left behind: the name
 * tells the process that made it. A socket's path may have about 100 bytes, which a data folder deep in a tree would
 * exceed.
 */
export function makeSocketFolder(parent: string = tmpdir()): string {
  for (const name of readdirSync(parent)) {
    const [, pid, startTime] = NAME.exec(name) ?? [];
    if (pid === undefined || processIdentity(Number(pid)) === `${pid} ${startTime}`) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Somebody else's: not ours to remove.
    }
  }
  const owner = processIdentity(process.pid) ?? `${process.pid} 0`;
  return mkdtempSync(join(parent, `linli-fn-${owner.replace(' ', '-')}-`));
}
