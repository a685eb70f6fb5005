import { createHash } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canEnter, type OsUser } from './os-user.ts';

/**
 * Folder that holds the cluster: `<dataDir>/postgres`, or, when PostgreSQL's OS user cannot enter `dataDir`,
 * a private folder under /var/tmp that belongs to this installation. A folder left by an earlier installation
 * in the same `dataDir` is removed.
 */
export async function clusterFolder(
  dataDir: string,
  installationId: string,
  user: OsUser | null,
): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  if (!user || canEnter(user, dataDir)) {
    const folder = join(dataDir, 'postgres');
    await ownedFolder(folder, user);
    return folder;
  }
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join('/var/tmp', `supabase-local-${hash}`);
  const marker = join(home, 'installation');
  const owner = await readFile(marker, 'utf8').catch(() => null);
  if (owner !== installationId) await rm(home, { recursive: true, force: true });
  await ownedFolder(home, user);
  await writeFile(marker, installationId);
  await ownedFolder(join(home, 'postgres'), user);
  return join(home, 'postgres');
}

async function ownedFolder(folder: string, user: OsUser | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}
