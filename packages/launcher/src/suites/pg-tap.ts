import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { runScript } from '../database/scratch-platform.ts';
import { root, supabaseDir } from '../paths.ts';
import type { SuiteResult } from './suite.ts';

/** Runs the pgTAP files whose path holds one of `words` (all without words) on a database that has the product in it. */
export async function pgTap(dbUrl: string, words: string[] = []): Promise<SuiteResult> {
  await runScript(dbUrl, await readFile(join(supabaseDir, 'tests/support.sql'), 'utf8'));
  const files = (await Array.fromAsync(glob('tests/**/*.test.sql', { cwd: supabaseDir })))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();
  if (files.length === 0) throw new Error(`no pgTAP file is named like ${words.join(', ')}`);
  const { exitCode, all } = await execa(
    'pg_prove',
    ['--dbname', dbUrl, '--verbose', ...files.map((file) => join(supabaseDir, file))],
    { cwd: root, all: true, reject: false, timeout: 600_000, maxBuffer: 1 << 28 },
  );
  const lines = all.split('\n');
  const passed = lines.filter((line) => /^ok \d+/.test(line)).length;
  const failed = lines.filter((line) => /^not ok \d+/.test(line)).length;
  const broken = exitCode !== 0 && failed === 0 ? 1 : 0;
  const failures =
    failed + broken === 0
      ? []
      : [
          lines
            .filter((line) => !/^ok \d+/.test(line))
            .join('\n')
            .slice(-6000),
        ];
  return { passed, failed: failed + broken, skipped: 0, failures };
}
