import { join } from 'node:path';
import { execa } from 'execa';
import { root } from '../paths.ts';

/** `npm run shots [-- storefront|rider|admin]`: screenshots of every page into artifacts/shots. */
export async function run(args: string[]): Promise<void> {
  const { exitCode } = await execa(process.execPath, [join(root, 'e2e/shots/main.ts'), ...args], {
    stdio: 'inherit',
    reject: false,
  });
  process.exit(exitCode ?? 1);
}
