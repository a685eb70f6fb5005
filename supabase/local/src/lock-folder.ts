import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

/**
 * Takes the data folder for this process, so that two platforms never share one cluster. Returns the release.
 * A lock left by a dead process is taken over. Throws `platform.already_running`.
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'platform.pid');
  const own = processIdentity(process.pid);
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
    if (Number.isInteger(pid) && processIdentity(pid) === holder) {
      throw new Error(`platform.already_running: process ${pid} already serves ${dataDir}`);
    }
    await rm(path, { force: true });
  }
  throw new Error(`platform.already_running: another process keeps taking ${dataDir}`);
}
