import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Constants } from '@linli/database/database.types';

const root = new URL('../../', import.meta.url);
const texts = {
  ...(JSON.parse(await readFile(new URL('packages/messages/zh-CN.json', root), 'utf8')) as object),
  ...(JSON.parse(await readFile(new URL('admin/src/messages/zh-CN.json', root), 'utf8')) as object),
};

/** Tables with their columns, as the generated types know them. */
async function tables(): Promise<Map<string, string[]>> {
  const types = await readFile(new URL('packages/database/src/database.types.ts', root), 'utf8');
  const part = types.slice(types.indexOf('Tables: {'), types.indexOf('Views: {'));
  return new Map(
    Array.from(part.matchAll(/"?(\w+)"?: \{\s+Row: \{([^}]*)\}/g), ([, table = '', row = '']) => [
      table,
      Array.from(row.matchAll(/"(\w+)": /g), (match) => match[1] ?? ''),
    ]),
  );
}

/** Values that a check of a public table lists for a text. */
async function choices(): Promise<string[]> {
  const folder = new URL('supabase/schemas/', root);
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\/02\d_\w+\.sql$/.test(file));
  const sql = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  const made = sql.join('\n').match(/create table public\.[\s\S]*?\n\);/g) ?? [];
  return made.flatMap((table) =>
    Array.from(table.matchAll(/\b\w+ in \(([^)]+)\)/g)).flatMap(([, list = '']) =>
      Array.from(list.matchAll(/'([^']+)'/g), (match) => match[1] ?? ''),
    ),
  );
}

function missing(kind: string, names: Iterable<string>): string[] {
  return [...new Set(names)].filter((name) => !(`${kind}.${name}` in texts)).sort();
}

test('every table that data screens show has a name in words', async () => {
  const known = await tables();
  assert.ok(known.size > 100);
  assert.deepEqual(missing('resource', known.keys()), []);
});

test('every column has a name in words', async () => {
  assert.deepEqual(missing('column', [...(await tables()).values()].flat()), []);
});

test('every value of an enum or of a list of choices has a name in words', async () => {
  const values = [...Object.values(Constants.public.Enums).flat(), ...(await choices())];
  assert.ok(values.length > 200);
  assert.deepEqual(missing('value', values), []);
});
