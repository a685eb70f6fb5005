import { readConfigFile, tableAt } from '../auth/config-file.ts';

export interface ApiSettings {
  /** Schemas that the Data API serves, the default one first. */
  schemas: string[];
  /** Rows at most in one answer of a table or view. */
  maxRows: number;
}

/** `[api]` of `config.toml`: `schemas` (default `public`) and `max_rows` (default 1000). */
export async function readApiSettings(supabaseDir: string): Promise<ApiSettings> {
  const { schemas, max_rows: maxRows } = tableAt(await readConfigFile(supabaseDir, process.env), 'api');
  const named = Array.isArray(schemas) ? schemas.filter((name) => typeof name === 'string') : [];
  return {
    schemas: named.length > 0 ? named : ['public'],
    maxRows: typeof maxRows === 'number' && maxRows > 0 ? maxRows : 1000,
  };
}
