import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type TomlTable, type TomlValue } from 'smol-toml';

const ENV_REFERENCE = /^env\(([A-Za-z_][A-Za-z0-9_]*)\)$/;

/**
 * Reads `config.toml` of a Supabase folder and replaces `env(NAME)` values as the Supabase CLI does.
 * A missing file is an empty table; a name that is not set stays an empty string.
 * @throws TomlError when the file is not TOML
 */
export async function readConfigFile(
  supabaseDir: string,
  env: Record<string, string | undefined>,
): Promise<TomlTable> {
  let source: string;
  try {
    source = await readFile(join(supabaseDir, 'config.toml'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  return resolveTable(parse(source), env);
}

/** The table at a dotted path, or an empty one. */
export function tableAt(root: TomlTable, ...path: string[]): TomlTable {
  let current: TomlTable = root;
  for (const key of path) {
    const next = current[key];
    if (!isTable(next)) return {};
    current = next;
  }
  return current;
}

export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function resolveTable(table: TomlTable, env: Record<string, string | undefined>): TomlTable {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, resolveValue(value, env)]));
}

function resolveValue(value: TomlValue, env: Record<string, string | undefined>): TomlValue {
  if (typeof value === 'string') {
    const name = ENV_REFERENCE.exec(value)?.[1];
    return name === undefined ? value : (env[name] ?? '');
  }
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, env));
  return isTable(value) ? resolveTable(value, env) : value;
}
