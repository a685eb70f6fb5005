import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.linli-lock-hash');

/** The Node that everything of ours runs on; pinned by the lock file. */
export const pinnedNode = join(modules, 'node/bin/node');

/**
 * Installs the packages of the lock file when those that are there are not of it. Throws with npm's exit code.
 * Not `npm ci`: it refuses a lock file without the binaries of other platforms, which not every registry carries.
 */
export async function installNodeModules() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('• Installing npm packages of the lock file (1–2 minutes on first run)');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error(`npm install ended with ${status}; see its lines above`);
  if (!existsSync(pinnedNode)) {
    throw new Error(
      'npm did not install the pinned Node: allow its install script (npm config set ignore-scripts false)',
    );
  }
  writeFileSync(stamp, hash);
}
