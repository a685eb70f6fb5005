import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { postgresProgram } from './binaries.ts';

/** Whether the installed server knows a setting: an unknown one in its file keeps it from starting. */
export async function isKnownSetting(name: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)(postgresProgram('postgres'), ['--describe-config'], {
    maxBuffer: 1 << 24,
    timeout: 10_000,
  });
  return stdout.split('\n').some((line) => line.startsWith(`${name}\t`));
}
