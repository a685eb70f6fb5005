import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { root } from '../paths.ts';
import { withFolderLock } from './folder-lock.ts';

export const apps = ['storefront', 'rider', 'admin'] as const;
export type App = (typeof apps)[number];

const buildsDir = join(root, '.linli/builds');
const keptBuilds = 3;

/**
 * Builds the apps whose sources have no build yet and answers each app's folder. A build never changes: whoever serves
 * one is not disturbed by a later one. `log` gets a line for each build.
 */
export async function buildApps(log: (line: string) => void): Promise<Record<App, string>> {
  return withFolderLock(join(root, '.linli/builds.lock'), async () => {
    const dirs = {} as Record<App, string>;
    for (const app of apps) dirs[app] = await buildApp(app, log);
    return dirs;
  });
}

async function buildApp(app: App, log: (line: string) => void): Promise<string> {
  const hash = await hashSources([
    app,
    'packages/ui',
    'packages/map',
    'packages/messages',
    'packages/database',
  ]);
  const dir = join(buildsDir, app, hash.slice(0, 16));
  if (existsSync(dir)) return dir;
  log(`building ${app}`);
  const { exitCode, all } = await execa('npm', ['run', 'build', '-w', `@linli/${app}`], {
    cwd: root,
    all: true,
    reject: false,
    timeout: 600_000,
  });
  if (exitCode !== 0) throw new Error(`building ${app} failed:\n${all.slice(-3000)}`);
  await mkdir(join(buildsDir, app), { recursive: true });
  await rm(`${dir}.draft`, { recursive: true, force: true });
  await cp(join(root, app, app === 'admin' ? 'dist' : 'build'), `${dir}.draft`, { recursive: true });
  await rename(`${dir}.draft`, dir);
  await removeOldBuilds(app);
  return dir;
}

async function removeOldBuilds(app: App): Promise<void> {
  const names = await readdir(join(buildsDir, app));
  const builds = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(buildsDir, app, name))).mtimeMs })),
  );
  for (const { name } of builds.sort((a, b) => b.at - a.at).slice(keptBuilds)) {
    await rm(join(buildsDir, app, name), { recursive: true, force: true });
  }
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
