import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { appIcons } from '../tools/app-icons.ts';

const read = async (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
const texts = async (locale: string): Promise<Record<string, string>> =>
  JSON.parse(await read(`../messages/${locale}.json`));

test('both languages have the same keys with the same parameters', async () => {
  const [zh, en] = [await texts('zh-CN'), await texts('en')];
  assert.deepEqual(Object.keys(en), Object.keys(zh));
  for (const [key, text] of Object.entries(zh)) {
    assert.notEqual(text, '', key);
    const names = (value: string) =>
      new Set([...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1]?.replace(/Number$/, '')));
    assert.deepEqual(names(en[key] ?? ''), names(text), key);
  }
});

test('no component holds Chinese words', async () => {
  const root = new URL('../src/', import.meta.url);
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.svelte'));
  assert.ok(files.length > 30);
  for (const name of files) {
    assert.doesNotMatch(await readFile(new URL(name, root), 'utf8'), /\p{Script=Han}/u, name);
  }
});

test('the icon files are what the mark draws', async () => {
  for (const [name, svg] of Object.entries(appIcons())) assert.equal(await read(`../static/${name}`), svg);
});
