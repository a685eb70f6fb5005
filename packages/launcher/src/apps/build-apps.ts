import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { root } from '../paths.ts';
import { withFolderLock } from './folder-lock.ts';

export const apps = ['storefront', 'rider', 'admin'] as const;
export type App = (typeof apps)[number];

/** Folder of the app's build. */
export function buildDir(app: App): string {
  return join(root, app, app === 'admin' ? 'dist' : 'build');
}

/** Builds the apps whose sources changed since their last build; `log` gets a line for each. */
export async function buildApps(log: (line: string) => void): Promise<void> {
  await withFolderLock(join(root, '.linli/builds.lock'), async () => {
    for (const app of apps) {
      const stamp = join(root, '.linli/builds', `${app}.hash`);
      const hash = await hashSources([
        app,
        'packages/ui',
        'packages/map',
        'packages/messages',
        'packages/database',
      ]);
      const last = await readFile(stamp, 'utf8').catch(() => '');
      if (last === hash && existsSync(buildDir(app))) continue;
      log(`building ${app}`);
      const { exitCode, all } = await execa('npm', ['run', 'build', '-w', `@linli/${app}`], {
        cwd: root,
        all: true,
        reject: false,
        timeout: 600_000,
      });
      if (exitCode !== 0) throw new Error(`building ${app} failed:\n${all.slice(-3000)}`);
      await mkdir(dirname(stamp), { recursive: true });
      await writeFile(stamp, hash);
    }
  });
}

const ignored = new Set(['node_modules', 'build', 'dist', '.svelte-kit', 'paraglide', 'test']);

async function hashSources(folders: string[]): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(join(root, 'package-lock.json')));
  for (const folder of folders) await hashFolder(join(root, folder), hash);
  return hash.digest('hex');
}

async function hashFolder(folder: string, hash: ReturnType<typeof createHash>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (ignored.has(entry.name)) continue;
    if (entry.isDirectory()) await hashFolder(path, hash);
    else if (entry.isFile()) hash.update(path.slice(root.length)).update(await readFile(path));
  }
}
