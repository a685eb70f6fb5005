import { basename, dirname, resolve } from 'node:path';
import { isTable, readConfigFile, tableAt } from '../auth/config-file.ts';
import { flagOf, textOf } from '../auth/config-value.ts';

/** One function of `config.toml`. Paths are absolute. */
export interface FunctionConfig {
  name: string;
  entrypoint: string;
  /** The function's own folder, and the folder of all functions around it. */
  folder: string;
  root: string;
  verifyJwt: boolean;
}

const NAME = /^[A-Za-z][\w-]*$/;

/**
 * Reads `[functions.NAME]` of `config.toml`: `entrypoint` (from the Supabase folder; by default
 * `functions/NAME/index.ts`), `verify_jwt` (default true), `enabled` (default true).
 * @throws TomlError when the file is not TOML
 */
export async function readFunctionConfigs(
  supabaseDir: string,
  env: Record<string, string | undefined>,
): Promise<Map<string, FunctionConfig>> {
  const tables = tableAt(await readConfigFile(supabaseDir, env), 'functions');
  const configs = new Map<string, FunctionConfig>();
  for (const [name, table] of Object.entries(tables)) {
    if (!NAME.test(name) || !isTable(table) || !flagOf(table, 'enabled', true)) continue;
    const entrypoint = resolve(supabaseDir, textOf(table, 'entrypoint', `functions/${name}/index.ts`));
    const folder = dirname(entrypoint);
    configs.set(name, {
      name,
      entrypoint,
      folder,
      root: dirname(folder),
      verifyJwt: flagOf(table, 'verify_jwt', true),
    });
  }
  return configs;
}

/** Whether a changed file, relative to a functions' root, makes this function start anew: its own, or a shared one. */
export function isAffected(config: FunctionConfig, changed: string, siblings: ReadonlySet<string>): boolean {
  const folder = changed.split(/[\\/]/)[0] ?? '';
  return folder === basename(config.folder) || !siblings.has(folder);
}
