import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { root } from '../paths.ts';

/**
 * `npm run bench:NAME -- …`: runs bench/NAME/run.ts on the pinned Node, or bench/NAME/PART.ts for `NAME:PART`;
 * the last line is one JSON object with `--json`.
 */
export async function run([name = '', ...args]: string[]): Promise<void> {
  const [folder = '', part = 'run'] = name.split(':');
  const script = join(root, 'bench', folder, `${part}.ts`);
  if (!existsSync(script)) throw new Error(`there is no bench ${name}`);
  const { exitCode } = await execa(process.execPath, [script, ...args], { stdio: 'inherit', reject: false });
  process.exit(exitCode ?? 1);
}
