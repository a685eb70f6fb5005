import { mkdirSync, writeFileSync } from 'node:fs';
import { artworkSvg } from '../src/artwork.ts';
import { createBrush } from '../src/artwork/brush.ts';
import { motifs } from '../src/artwork/motifs.ts';

const folder = new URL('../../../artifacts/', import.meta.url);
const cell = (svg: string, label: string) => `<figure>${svg}<figcaption>${label}</figcaption></figure>`;
const all = Object.entries(motifs).map(([name, draw]) =>
  cell(`<svg viewBox="0 0 200 200">${draw(createBrush(name))}</svg>`, name),
);
const samples = [
  '兰州牛肉拉面',
  '宫保鸡丁盖饭',
  '珍珠奶茶',
  '番茄',
  '布洛芬缓释胶囊',
  '红玫瑰花束',
  '日常保洁 2 小时',
  '空调清洗',
  'Pizza Margherita',
  'Salade niçoise',
];
const stores = [
  '老巷牛肉面',
  '蜀香小馆',
  '阿嬷手作奶茶',
  '邻里生鲜',
  '康民大药房',
  '拾光花店',
  'Café de Paris',
  'Le Train Bleu',
];
const pictures = [
  ...samples.map((name) => cell(artworkSvg({ category: 'food', name }), name)),
  ...stores.map((name) => cell(artworkSvg({ category: 'food', name, kind: 'store' }), name)),
  ...stores.map((name) => cell(artworkSvg({ category: 'food', name, kind: 'store', ratio: '1:1' }), name)),
];
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('artwork.html', folder),
  `<!doctype html><meta charset="utf-8"><style>body{font:11px sans-serif;margin:8px;background:#fff;display:grid;grid-template-columns:repeat(12,1fr);gap:6px}
figure{margin:0;text-align:center}svg{width:100%;height:auto;display:block;background:#f6ead6;border-radius:8px}h2{grid-column:1/-1;margin:4px 0}
.wide{grid-column:1/-1;display:grid;grid-template-columns:repeat(6,1fr);gap:8px}</style><h2>${all.length} motifs</h2>${all.join('')}<div class="wide">${pictures.join('')}</div>`,
);
