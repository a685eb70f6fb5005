import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PACKAGES: Record<string, string> = {
  'linux-x64': '@deno/linux-x64-glibc',
  'linux-arm64': '@deno/linux-arm64-glibc',
  'darwin-x64': '@deno/darwin-x64',
  'darwin-arm64': '@deno/darwin-arm64',
  'win32-x64': '@deno/win32-x64',
  'win32-arm64': '@deno/win32-arm64',
};

/** The Deno program that npm installed for this machine. @throws Error `functions.deno_missing` */
export function findDeno(platform: string = process.platform, arch: string = process.arch): string {
  const packageName = PACKAGES[`${platform}-${arch}`];
  if (packageName === undefined) throw new Error(`functions.deno_missing: no Deno for ${platform}-${arch}`);
  let folder: string;
  try {
    folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch (error) {
    throw new Error(`functions.deno_missing: ${packageName} is not installed; run npm install`, {
      cause: error,
    });
  }
  const binary = join(folder, platform === 'win32' ? 'deno.exe' : 'deno');
  if (!existsSync(binary)) throw new Error(`functions.deno_missing: ${binary} does not exist`);
  return binary;
}
