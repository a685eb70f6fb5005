import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the database needs. */
export const databasePackages = [
  'postgresql-15',
  'postgresql-15-postgis-3',
  'postgresql-15-pgrouting',
  'postgresql-15-cron',
  'postgresql-15-pgtap',
  'postgresql-15-wal2json',
  'postgresql-15-plpgsql-check',
];
const browser = ['chromium', 'fonts-noto-cjk', 'libtap-parser-sourcehandler-pgtap-perl'];
const needsBrowser = new Set(['test', 'shots']);

/**
 * Installs the Debian packages that a command needs and that are missing, saying which.
 * Throws one clear line where that is not possible.
 */
export async function installDebianPackages(command) {
  const wanted = needsBrowser.has(command) ? [...databasePackages, ...browser] : databasePackages;
  if (!existsSync('/usr/bin/dpkg-query')) {
    throw new Error(
      `this machine is not Debian: install PostgreSQL 15 with the counterparts of ${wanted.join(', ')}, or use --supabase URL`,
    );
  }
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.log(`• Installing Debian packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]) {
    const [program, ...rest] = [...prefix, ...args];
    const { status, stdout, stderr } = spawnSync(program, rest, {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) {
      throw new Error(
        `"${args.slice(0, 2).join(' ')}" failed: ${(stderr || stdout || '').trim().split('\n').at(-1)} — run as root or with sudo: apt-get install ${missing.join(' ')}`,
      );
    }
  }
}

/** Whether dpkg has a package installed. */
export function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return stdout.startsWith('install ok installed');
}
