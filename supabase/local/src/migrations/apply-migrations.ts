import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describeSqlError } from '../database/describe-sql-error.ts';
import { splitStatements } from './split-statements.ts';

const FILE_NAME = /^(\d+)_(.*)\.sql$/;

/**
 * Applies the files of `folder` that `supabase_migrations.schema_migrations` does not have yet, in order, each in one
 * transaction, and records them as `supabase db push` does. Returns the versions applied.
 * Throws `platform.migration_failed: file:line: …`; that file has then left nothing behind. Throws
 * `platform.migrations_unknown` when the database has versions that the folder has not: it is another product version's.
 */
export async function applyMigrations(dbUrl: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter((name) => FILE_NAME.test(name)).sort();
  const client = new pg.Client({ connectionString: dbUrl, application_name: 'migrations' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(
      'select version from supabase_migrations.schema_migrations',
    );
    const done = new Set(rows.map((row) => row.version));
    const known = new Set(files.map((file) => FILE_NAME.exec(file)?.[1]));
    const unknown = [...done].filter((version) => !known.has(version));
    if (unknown.length > 0) {
      throw new Error(
        `platform.migrations_unknown: the database has migration ${unknown.join(', ')}, which is not in ${folder}; ` +
          'it was made by another version: go back to that one, or start afresh',
      );
    }
    const applied: string[] = [];
    for (const file of files) {
      const [, version = '', name = ''] = FILE_NAME.exec(file) ?? [];
      if (done.has(version)) continue;
      await applyFile(client, join(folder, file), version, name);
      applied.push(version);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function applyFile(client: pg.Client, path: string, version: string, name: string): Promise<void> {
  const statements = splitStatements(await readFile(path, 'utf8'));
  await client.query('begin');
  try {
    for (const { text, line } of statements) {
      try {
        await client.query(text);
      } catch (error) {
        const where = describeSqlError(error, path, text, line);
        throw new Error(`platform.migration_failed: ${where}`, { cause: error });
      }
    }
    await client.query(
      'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
      [version, name, statements.map(({ text }) => text)],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.query('reset all');
  }
}
