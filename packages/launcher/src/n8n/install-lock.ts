import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 2000;
const timeoutMs = 40 * 60_000;

/**
 * Runs `work` while holding the lock file, which names the process that holds it. Waits for another process; a lock
 * whose process is gone is taken over. Throws an Error after 40 minutes.
 */
export async function withInstallLock<T>(
  file: string,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (let told = false; !take(file); told = true) {
    if (Date.now() > until) throw new Error(`Another installation still holds ${file}`);
    if (!told) log(`waiting for another installation of n8n (${file})`);
    await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** The lock appears whole or not at all: a file with our process id is linked into place. */
function take(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isHeld(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
