import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canEnter, type OsUser } from './os-user.ts';
import { runningPostmaster } from './postmaster-pid.ts';

const PRIVATE_ROOT = '/var/tmp';
const PRIVATE_PREFIX = 'supabase-local-';

/** Whose private folder it is; kept in the folder as `installation.json`. */
interface Owner {
  installationId: string;
  dataDir: string;
}

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
  await removeAbandoned();
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join(PRIVATE_ROOT, `${PRIVATE_PREFIX}${hash}`);
  const owner = await ownerOf(home);
  if (owner && owner.installationId !== installationId) await rm(home, { recursive: true, force: true });
  await ownedFolder(home, user);
  const next: Owner = { installationId, dataDir };
  await writeFile(join(home, 'installation.json'), JSON.stringify(next));
  await ownedFolder(join(home, 'postgres'), user);
  return join(home, 'postgres');
}

/** Removes private folders whose data folder was deleted, unless a server still runs there or nobody is named. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(PRIVATE_ROOT)) {
    if (!name.startsWith(PRIVATE_PREFIX)) continue;
    const home = join(PRIVATE_ROOT, name);
    const owner = await ownerOf(home);
    if (!owner || existsSync(owner.dataDir) || (await runningPostmaster(join(home, 'postgres')))) continue;
    await rm(home, { recursive: true, force: true });
  }
}

async function ownerOf(home: string): Promise<Owner | null> {
  try {
    const owner = JSON.parse(await readFile(join(home, 'installation.json'), 'utf8')) as Partial<Owner>;
    const { installationId, dataDir } = owner;
    return installationId && dataDir ? { installationId, dataDir } : null;
  } catch {
    return null;
  }
}

async function ownedFolder(folder: string, user: OsUser | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}
