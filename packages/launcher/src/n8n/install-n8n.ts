import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withInstallLock } from './install-lock.ts';
import { hostFolder, n8nFolder } from './n8n-folders.ts';

const timeoutMs = 30 * 60_000;
const progressMs = 20_000;

/** True when n8n of this lock file is on the machine. */
export function isN8nInstalled(folder = n8nFolder()): boolean {
  return existsSync(join(folder, 'node_modules/n8n/bin/n8n'));
}

/**
 * Installs n8n once per machine and answers its folder: one `npm ci` beside the final place, then a rename, so that a
 * half-done installation is never taken for a whole one. Two callers share one installation. `log` gets a line now and
 * then. Throws an Error with npm's last lines when npm fails.
 */
export async function installN8n(log: (line: string) => void = () => {}): Promise<string> {
  const folder = n8nFolder();
  if (isN8nInstalled(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  await withInstallLock(`${folder}.lock`, log, async () => {
    if (isN8nInstalled(folder)) return;
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      copyFileSync(join(hostFolder, name), join(draft, name));
    log('installing n8n once for this machine (about 2.8 GB, 3 to 8 minutes)');
    await npmCi(draft, log);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    log(`n8n is installed in ${folder}`);
  });
  return folder;
}

function npmCi(folder: string, log: (line: string) => void): Promise<void> {
  const began = Date.now();
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (tail = (tail + String(chunk)).slice(-2000)));
  const progress = setInterval(() => {
    log(`installing n8n: ${Math.round((Date.now() - began) / 1000)} s`);
  }, progressMs);
  const deadline = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ci of n8n ended with ${code ?? 'a signal'}: ${tail.trim()}`));
    });
  }).finally(() => {
    clearInterval(progress);
    clearTimeout(deadline);
  });
}
