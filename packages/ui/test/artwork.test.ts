import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artworkDataUri, artworkGround, artworkSvg } from '../src/artwork.ts';
import { createBrush } from '../src/artwork/brush.ts';
import { keywordMotifs } from '../src/artwork/keywords.ts';
import { motifs } from '../src/artwork/motifs.ts';
import { pickMotif } from '../src/artwork/pick-motif.ts';

test('the head noun of a Chinese name decides', () => {
  const cases = {
    兰州牛肉拉面: 'noodles',
    全麦面包: 'loaf',
    '番茄鸡蛋面（大份）': 'noodles',
    宫保鸡丁盖饭: 'riceBowl',
    珍珠奶茶: 'milkTea',
    西湖龙井茶: 'tea',
    布洛芬缓释胶囊: 'pillBottle',
    红玫瑰花束: 'bouquet',
    空调清洗: 'airConditioner',
    鲜肉小笼包: 'buns',
    羊肉串: 'skewers',
  };
  for (const [name, motif] of Object.entries(cases)) assert.equal(pickMotif('', name), motif, name);
});

test('English and French names match whole words before "with" or "au"', () => {
  assert.equal(pickMotif('', 'Braised beef noodles with egg'), 'noodles');
  assert.equal(pickMotif('', 'Soupe de poisson'), 'soup');
  assert.equal(pickMotif('', 'Tarte au citron'), 'tart');
  assert.equal(pickMotif('', 'Steakhouse'), 'shoppingBag');
});

test('a name without keywords falls back to its category', () => {
  assert.equal(pickMotif('food/bbq', '老地方'), 'skewers');
  assert.equal(pickMotif('pharmacy', 'Sainte-Dévote'), 'pillBottle');
  assert.equal(pickMotif('', '无名'), 'shoppingBag');
});

test('every keyword leads to a drawing and every drawing is balanced SVG', () => {
  for (const motif of new Set(keywordMotifs.values())) assert.ok(motif in motifs, motif);
  for (const [name, draw] of Object.entries(motifs)) {
    const svg = draw(createBrush(name));
    assert.doesNotMatch(svg, /NaN|undefined|gradient/i, name);
    assert.equal((svg.match(/<g /g) ?? []).length, (svg.match(/<\/g>/g) ?? []).length, name);
  }
  assert.ok(Object.keys(motifs).length >= 60);
});

test('pictures are deterministic, sized by ratio and escaped', () => {
  const options = { category: 'food/noodles', name: '葱油 <b>&面', kind: 'store' } as const;
  assert.equal(artworkSvg(options), artworkSvg(options));
  assert.match(artworkSvg(options), /viewBox="0 0 400 300"/);
  assert.match(artworkSvg({ ...options, ratio: '1:1' }), /viewBox="0 0 300 300"/);
  assert.doesNotMatch(artworkSvg(options), /<b>/);
  assert.match(artworkGround(options), /^#[0-9a-f]{6}$/);
  assert.ok(artworkDataUri(options).startsWith('data:image/svg+xml,'));
});
