import { join } from 'node:path';
import { execa } from 'execa';
import { root } from '../paths.ts';

export interface CliAnswer {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs the Supabase CLI in the repository. `--remote` URLs of ours have no TLS: see `plainUrl`. */
export async function supabaseCli(args: string[]): Promise<CliAnswer> {
  const { exitCode, stdout, stderr } = await execa(join(root, 'node_modules/.bin/supabase'), args, {
    cwd: root,
    reject: false,
    timeout: 300_000,
    env: {
      SUPABASE_TELEMETRY_DISABLED: '1',
      // config.toml names it; no command that we run reads its value.
      SEND_SMS_HOOK_SECRET: 'v1,whsec_bm90LWEtc2VjcmV0LW5vdC1hLXNlY3JldC1ub3Q=',
    },
  });
  return { exitCode: exitCode ?? 1, stdout, stderr };
}

/** A connection string that the CLI takes for a database without TLS. */
export function plainUrl(url: string): string {
  return `${url}?sslmode=disable`;
}
