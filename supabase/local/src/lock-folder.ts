import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes the data folder for this process, so that two platforms never share one cluster. Returns the release.
 * A lock left by a dead process is taken over. Throws `platform.already_running`.
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'platform.pid');
  const own = await identityOf(process.pid);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(own ?? String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = (await readFile(path, 'utf8').catch(() => '')).trim();
    const pid = Number.parseInt(holder, 10);
    if (Number.isInteger(pid) && (await identityOf(pid)) === holder) {
      throw new Error(`platform.already_running: process ${pid} already serves ${dataDir}`);
    }
    await rm(path, { force: true });
  }
  throw new Error(`platform.already_running: another process keeps taking ${dataDir}`);
}

/** `<pid> <start time>` of a live process, so that a reused pid is not mistaken for the old one; else null. */
async function identityOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return `${pid} ${startTime}`;
}
