import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { baseStyle } from '../src/style.ts';
import { tileRequest } from '../src/tile-request.ts';

const options = {
  url: 'http://127.0.0.1:54321/',
  locale: 'zh-CN',
  attribution: '© OpenStreetMap <contributors>',
};

for (const theme of ['light', 'dark'] as const) {
  test(`the ${theme} style is valid and needs nothing from outside`, () => {
    const style = baseStyle({ ...options, theme });
    assert.deepEqual(validateStyleMin(style), []);
    assert.equal(style.glyphs, undefined);
    assert.equal(style.sprite, undefined);
    const addresses = JSON.stringify(style).match(/https?:\/\/[^/"]+/g);
    assert.deepEqual([...new Set(addresses)], ['http://127.0.0.1:54321']);
    assert.match(JSON.stringify(style), /© OpenStreetMap &lt;contributors&gt;/);
  });
}

test('every road class of the tile contract is drawn', () => {
  const text = JSON.stringify(baseStyle({ ...options, theme: 'light' }).layers);
  for (const name of ['motorway', 'primary', 'secondary', 'residential', 'path'])
    assert.ok(text.includes(`"class"],"${name}"`), name);
  for (const kind of ['water', 'park', 'building', 'land'])
    assert.ok(text.includes(`"kind"],"${kind}"`), kind);
});

test('English maps prefer the English name', () => {
  assert.ok(JSON.stringify(baseStyle({ ...options, theme: 'light', locale: 'en' })).includes('name_en'));
  assert.ok(!JSON.stringify(baseStyle({ ...options, theme: 'light' })).includes('name_en'));
});

test('the key travels with our tiles only', async () => {
  const transform = tileRequest({ url: options.url, publishableKey: 'sb_publishable_x' });
  const tile = await transform('http://127.0.0.1:54321/rest/v1/rpc/map_tile?z=1&x=0&y=0');
  assert.deepEqual(tile?.headers, {
    apikey: 'sb_publishable_x',
    Accept: 'application/vnd.mapbox-vector-tile',
  });
  assert.equal((await transform('http://127.0.0.1:54321.evil.example/x'))?.headers, undefined);
});
