import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** `npm run platform -- --json [--port N] [--data DIR] [--bare]`: the local platform alone. */
export async function run(args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'supabase/local/src/main.ts'), ...args], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => undefined);
  const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  process.exit(code);
}
