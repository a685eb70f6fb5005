import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { root } from '../paths.ts';
import { checks } from './suite.ts';

async function mustPass(program: string, args: string[]): Promise<void> {
  const { exitCode, all } = await execa(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    all: true,
    reject: false,
    timeout: 600_000,
  });
  if (exitCode !== 0) throw new Error(all.slice(-4000));
}

/** What can be known without running the product: lint, formatting, types, one antd. */
export const staticChecks = checks('static', [
  ['eslint', () => mustPass('eslint', ['.', '--max-warnings=0'])],
  ['prettier', () => mustPass('prettier', ['--check', '.', '--log-level=warn'])],
  ['types of packages, platform, seed, tests', () => mustPass('tsc', ['--noEmit', '-p', 'tsconfig.json'])],
  ['types of the edge functions', () => mustPass('tsc', ['--noEmit', '-p', 'edge-functions/tsconfig.json'])],
  ['types of admin', () => mustPass('tsc', ['--noEmit', '-p', 'admin/tsconfig.json'])],
  ['types of storefront', () => checkSvelte('storefront')],
  ['types of rider', () => checkSvelte('rider')],
  ['one antd in the lock file', oneAntd],
]);

async function checkSvelte(app: string): Promise<void> {
  const { exitCode, all } = await execa('npm', ['run', 'typecheck', '-w', `@linli/${app}`], {
    cwd: root,
    all: true,
    reject: false,
    timeout: 600_000,
  });
  if (exitCode !== 0) throw new Error(all.slice(-4000));
}

async function oneAntd(): Promise<void> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  const found = Object.entries(lock.packages).filter(([path]) => path.endsWith('node_modules/antd'));
  if (found.length !== 1 || !found[0]?.[1].version?.startsWith('6.')) {
    throw new Error(
      `expected one antd 6, found ${found.map(([path, { version }]) => `${path} ${version}`).join(', ')}`,
    );
  }
}
