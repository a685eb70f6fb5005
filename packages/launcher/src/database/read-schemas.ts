import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface SchemaFile {
  /** Path relative to the schemas folder, for messages. */
  path: string;
  sql: string;
}

/**
 * The schema files in the order in which they apply: by file number first, then by domain.
 * So every domain's tables exist before any function, and every function before any policy.
 */
export async function readSchemas(schemasDir: string): Promise<SchemaFile[]> {
  const entries = await readdir(schemasDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map((entry) => relative(schemasDir, join(entry.parentPath, entry.name)))
    .sort((a, b) => sortKey(a).localeCompare(sortKey(b)));
  return Promise.all(
    paths.map(async (path) => ({ path, sql: await readFile(join(schemasDir, path), 'utf8') })),
  );
}

function sortKey(path: string): string {
  const [domain = '', file = ''] = path.split('/');
  return `${file.slice(0, 3)} ${domain} ${file}`;
}

/** All schema files as one script; functions may name each other before they exist. */
export async function renderSchemas(schemasDir: string): Promise<string> {
  const files = await readSchemas(schemasDir);
  return [
    'set check_function_bodies = off;',
    ...files.map((file) => `-- ${file.path}\n${file.sql.trim()}`),
    '',
  ].join('\n\n');
}
