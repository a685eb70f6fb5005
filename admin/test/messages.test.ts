import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const source = new URL('../src/', import.meta.url);

async function messages(locale: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(new URL(`messages/${locale}.json`, source), 'utf8')) as Record<
    string,
    string
  >;
}

async function code(): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(source, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(new URL(file, source), 'utf8') })),
  );
}

test('both languages have the same keys and the same parameters', async () => {
  const [zh, en] = [await messages('zh-CN'), await messages('en')];
  assert.deepEqual(Object.keys(en), Object.keys(zh));
  const parameters = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const [key, text] of Object.entries(zh)) {
    assert.notEqual(text, '', key);
    assert.deepEqual(parameters(en[key] ?? ''), parameters(text), key);
  }
});

test('every text is used, by its whole key or by its group', async () => {
  const all = (await code()).map(({ text }) => text).join('\n');
  // Keys that the database and Refine name.
  const foreign = ['error.', 'notifications.', 'dispatch.why.', 'dispatch.held.', 'setting.'];
  const unused = Object.keys(await messages('zh-CN')).filter((key) => {
    if (foreign.some((prefix) => key.startsWith(prefix)) || all.includes(`'${key}'`)) return false;
    return !Array.from(key.matchAll(/[._]/g)).some((match) =>
      all.includes(`\`${key.slice(0, match.index + 1)}\${`),
    );
  });
  assert.deepEqual(unused, []);
});

test('no component holds Chinese text', async () => {
  const found = (await code())
    .map(({ file, text }) => ({ file, text: text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }))
    .filter(({ text }) => /\p{Script=Han}/u.test(text))
    .map(({ file }) => file);
  assert.deepEqual(found, []);
});
