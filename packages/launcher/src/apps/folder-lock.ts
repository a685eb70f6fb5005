import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const waitMs = 15 * 60_000;

/** Runs `work` while holding a lock folder; takes over from a holder that is gone. Throws after 15 minutes. */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const holder = join(folder, 'pid');
  await mkdir(dirname(folder), { recursive: true });
  const until = Date.now() + waitMs;
  for (;;) {
    try {
      await mkdir(folder);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (Date.now() > until) throw new Error(`another run holds ${folder} for too long`);
    const pid = Number(await readFile(holder, 'utf8').catch(() => ''));
    if (pid > 0 && !isAlive(pid)) await rm(folder, { recursive: true, force: true });
    else await sleep(200);
  }
  try {
    await writeFile(holder, String(process.pid));
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
