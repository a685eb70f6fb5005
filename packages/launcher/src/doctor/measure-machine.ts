import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { arch, availableParallelism, platform, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { findDeno } from '@linli/local-platform/functions/deno-binary';
import { databasePackages, isInstalled } from '../../bootstrap/install-debian-packages.mjs';
import { isN8nInstalled } from '../n8n/install-n8n.ts';
import { n8nFolder } from '../n8n/n8n-folders.ts';
import { root } from '../paths.ts';
import type { MachineFacts } from './check-machine.ts';
import type { VersionFacts } from './check-versions.ts';

const postgres = '/usr/lib/postgresql/15/bin/postgres';

/** Memory, cores and free disk of this machine. */
export async function measureMachine(): Promise<MachineFacts> {
  return {
    platform: platform(),
    arch: arch(),
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    freeDiskBytes: await freeBytes(root),
    n8n: { isInstalled: isN8nInstalled(), freeBytes: await freeBytes(n8nFolder()) },
  };
}

/** Versions of what must be installed. */
export function measureVersions(): VersionFacts {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return {
    node: process.version,
    pinnedNode: manifest.devDependencies['node'] ?? '',
    postgres: existsSync(postgres) ? versionOf(postgres) : null,
    missingPackages: existsSync('/usr/bin/dpkg-query')
      ? databasePackages.filter((name) => !isInstalled(name))
      : null,
    deno: denoVersion(),
  };
}

function denoVersion(): string | null {
  try {
    return versionOf(findDeno());
  } catch {
    return null;
  }
}

function versionOf(program: string): string | null {
  const { stdout, status } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? (stdout.split('\n')[0] ?? '') : null;
}

/** Free bytes where `path` is or will be. */
async function freeBytes(path: string): Promise<number> {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
