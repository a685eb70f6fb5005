import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const here = new URL('..', import.meta.url);

async function messages(locale: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(new URL(`${locale}.json`, here), 'utf8')) as Record<string, string>;
}

test('both languages have the same keys and the same parameters', async () => {
  const [zh, en] = [await messages('zh-CN'), await messages('en')];
  assert.deepEqual(Object.keys(en), Object.keys(zh));
  const parameters = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const [key, text] of Object.entries(zh))
    assert.deepEqual(parameters(en[key] ?? ''), parameters(text), key);
});

test('every key that the database raises has its words', async () => {
  const zh = await messages('zh-CN');
  const schemas = new URL('../../supabase/schemas/', here);
  const files = (await readdir(schemas, { recursive: true })).filter((name) => name.endsWith('.sql'));
  const raised = new Set<string>();
  for (const file of files) {
    const sql = await readFile(new URL(file, schemas), 'utf8');
    for (const match of sql.matchAll(/raise\(\s*'([a-z_]+\.[a-z_]+)'/g)) raised.add(match[1] ?? '');
    for (const match of sql.matchAll(/(?:then|else|return|:=) '((?:store|cart|promotion|member)\.[a-z_]+)'/g))
      raised.add(match[1] ?? '');
  }
  assert.ok(raised.size > 30);
  assert.deepEqual(
    [...raised].filter((key) => !zh[`error.${key}`]),
    [],
  );
});
