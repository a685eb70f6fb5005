import { execFileSync, spawnSync } from 'node:child_process';

/** The unprivileged OS user that PostgreSQL runs as when the platform itself runs as root. */
export interface OsUser {
  name: string;
  uid: number;
  gid: number;
}

/** `null` when the platform is not root: then PostgreSQL runs as the same user. */
export function unprivilegedUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  try {
    return { name: 'postgres', uid: id('-u'), gid: id('-g') };
  } catch (error) {
    throw new Error(
      'platform.no_os_user: PostgreSQL must not run as root and there is no OS user "postgres"; install postgresql-15',
      { cause: error },
    );
  }
}

/** Whether that user can enter every folder down to `folder`. */
export function canEnter(user: OsUser, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { uid: user.uid, gid: user.gid }).status === 0;
}
