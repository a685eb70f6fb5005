import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chown, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresProgram } from './binaries.ts';
import type { OsUser } from './os-user.ts';
import { SETTINGS_FILE } from './settings.ts';

export const SUPERUSER = 'supabase_admin';

/** Makes the cluster with `initdb` unless it exists. A half-made one (no PG_VERSION) is made again. */
export async function initialiseCluster(
  folder: string,
  password: string,
  user: OsUser | null,
): Promise<boolean> {
  if (existsSync(join(folder, 'global', 'pg_control')) && existsSync(join(folder, 'initialised')))
    return false;
  for (const entry of await readdir(folder)) await rm(join(folder, entry), { recursive: true, force: true });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (user) await chown(passwordFile, user.uid, user.gid);
    const args = ['-D', folder, '-U', SUPERUSER, '--pwfile', passwordFile, '--auth=scram-sha-256'];
    const made = spawnSync(
      postgresProgram('initdb'),
      [...args, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], TZ: 'UTC' },
        timeout: 120_000,
        ...(user ? { uid: user.uid, gid: user.gid } : {}),
      },
    );
    if (made.status !== 0) {
      throw new Error(`platform.initdb_failed: ${(made.stderr || made.error?.message || '').trim()}`);
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
  await appendFile(join(folder, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
  await writeFile(join(folder, 'initialised'), new Date().toISOString());
  return true;
}
