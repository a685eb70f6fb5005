import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffSchemas } from '../database/diff-schemas.ts';
import { renderSchemas } from '../database/read-schemas.ts';
import { migrationsDir, schemasDir } from '../paths.ts';
import { step } from '../print.ts';

/** `npm run db:migration -- NAME`: writes what leads from the migrations to the schemas. The first one is the schemas themselves. */
export async function run([name]: string[]): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error('name the migration in snake_case: npm run db:migration -- NAME');
  const isFirst = (await readdir(migrationsDir)).every((file) => !file.endsWith('.sql'));
  const sql = isFirst ? await renderSchemas(schemasDir) : await diffSchemas();
  if (sql === '') {
    step('migrations and schemas are equal; nothing to write');
    return;
  }
  const version = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const file = join(migrationsDir, `${version}_${name}.sql`);
  await writeFile(file, `${sql}\n`);
  step(`wrote ${file}; reference rows (files 9NN) are not in a difference: add them by hand`);
}
