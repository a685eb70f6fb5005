import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { navigationLinks } from '#lib/contact/navigation-links.ts';
import { toE164 } from '#lib/identity/to-e164.ts';
import { localName } from '#lib/platform/local-text.ts';

const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../messages/${locale}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('Chinese and English have the same texts with the same parameters', () => {
  const [zh, en] = [read('zh-CN'), read('en')];
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
  for (const [key, text] of Object.entries(zh))
    assert.deepEqual(parameters(en[key] ?? ''), parameters(text), key);
});

test('English texts hold no Chinese, apart from the name of the language', () => {
  for (const [key, text] of Object.entries(read('en')))
    if (key !== 'menu_language_zh') assert.doesNotMatch(text, /[\u4e00-\u9fff]/, key);
});

test('a name is shown in the chosen language where there is one', () => {
  const row = { name: '面馆', translations: { en: { name: 'Noodle house' } } };
  assert.equal(localName(row, 'zh-CN'), '面馆');
  assert.equal(localName(row, 'en'), 'Noodle house');
  assert.equal(localName({ name: '面馆', translations: {} }, 'en'), '面馆');
});

test('a phone number is sent in the international form', () => {
  assert.equal(toE164('138 0000 0001'), '+8613800000001');
  assert.equal(toE164('+377 93 12 34 56'), '+37793123456');
  assert.equal(toE164('0033612345678'), '+33612345678');
  assert.equal(toE164('12345'), null);
});

test('navigation apps get the datum that they work in', () => {
  const links = navigationLinks([121.4737, 31.2304], '南京路 1 号, 店');
  assert.match(links.geo, /^geo:31\.230400,121\.473700\?q=/);
  assert.match(links.amap, /to=121\.478\d+,31\.228\d+,/);
  assert.doesNotMatch(links.amap, /to=[^&]*,[^&]*,[^&]*,/);
  assert.match(navigationLinks([7.42, 43.73], 'Monaco').amap, /to=7\.420000,43\.730000,/);
});
