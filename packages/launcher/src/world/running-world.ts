import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlatformFacts } from './start-world.ts';

const fileName = 'running.json';

/** Notes where a world runs, so that other commands find it; the note is private to its owner. */
export async function noteRunningWorld(dir: string, platform: PlatformFacts): Promise<void> {
  await writeFile(join(dir, fileName), JSON.stringify(platform), { mode: 0o600 });
}

export async function forgetRunningWorld(dir: string): Promise<void> {
  await rm(join(dir, fileName), { force: true });
}

/** Where the world of a profile runs; throws one clear line when it does not. */
export async function readRunningWorld(dir: string): Promise<PlatformFacts> {
  const text = await readFile(join(dir, fileName), 'utf8').catch(() => undefined);
  if (!text) throw new Error('nothing runs: start it first with npm start');
  const platform = JSON.parse(text) as PlatformFacts;
  const answer = await fetch(`${platform.url}/health`, { signal: AbortSignal.timeout(3000) }).catch(
    () => undefined,
  );
  if (!answer) throw new Error('nothing runs: start it first with npm start');
  return platform;
}
