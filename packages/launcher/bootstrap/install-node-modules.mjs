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

/** Runs `npm ci` when the installed packages are not those of the lock file. Throws with npm's exit code. */
export async function installNodeModules() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('• Installing npm packages of the lock file (1–2 minutes on first run)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`npm ci ended with ${status}; see its lines above`);
  if (!existsSync(pinnedNode)) {
    throw new Error(
      'npm did not install the pinned Node: allow its install script (npm config set ignore-scripts false)',
    );
  }
  writeFileSync(stamp, hash);
}
