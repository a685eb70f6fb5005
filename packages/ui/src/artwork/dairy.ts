import { gold, leaf, leafDark, leafLight, persimmon, red, steelDark, white, type Motif } from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, stroke } from './shapes.ts';

export const milk: Motif = (brush) => {
  const band = brush.pick(['#3a7fa8', leafDark, persimmon, '#d98aa0']);
  return (
    groundShadow(48) +
    path('M60 62L82 26H126L148 62Z', '#e5eae6') +
    rect(78, 16, 52, 14, 4, band) +
    rect(56, 60, 70, 112, 4, white) +
    path('M126 60H148V166Q148 172 142 172H126Z', '#dfe5e0') +
    path('M56 116Q76 96 92 116T126 116V168Q126 172 122 172H60Q56 172 56 168Z', band) +
    path('M126 116Q138 106 148 112V166Q148 172 142 172H126Z', '#00000022') +
    path('M126 116Q138 106 148 112V166Q148 172 142 172H126Z', band + 'aa') +
    circle(91, 86, 11, band)
  );
};

export const yogurt: Motif = (brush) => {
  const fruit = brush.pick([red, '#5b5fa8', persimmon]);
  return (
    groundShadow(48) +
    path('M48 62H152L140 160Q139 172 128 172H72Q61 172 60 160Z', white) +
    path('M112 62H152L140 160Q139 172 128 172H112Z', '#e8e5da') +
    path('M51 92H149L144 136H56Z', fruit) +
    ring(3, 100, 114, 14, (x, y) => circle(x, y, 9, '#ffffffcc'), 30) +
    ellipse(100, 60, 54, 12, steelDark) +
    ellipse(100, 57, 54, 12, '#e5eae6') +
    ellipse(100, 57, 42, 8, white) +
    ellipse(120, 55, 9, 4, leafLight, 20)
  );
};

export const iceCream: Motif = (brush) => {
  const scoop = brush.pick([
    ['#f6c6c0', '#e8a29a'],
    ['#f8e7bd', '#ead092'],
    ['#b7dcae', '#92c388'],
    ['#b98a66', '#99694a'],
  ] as const);
  const second = brush.pick([
    ['#fff3de', '#eedfbe'],
    ['#e7a3a0', '#d5817d'],
    ['#8a5f45', '#6e4731'],
  ] as const);
  return (
    groundShadow(26) +
    path('M62 96L100 178L138 96Z', '#c98a3e') +
    path('M66 96L98 168L130 96Z', '#e3ad62') +
    ['M76 116L112 146', 'M70 102L122 126', 'M124 110L86 142'].map((d) => stroke(d, '#c98a3e', 3)).join('') +
    circle(76, 84, 30, scoop[1]) +
    circle(75, 82, 28, scoop[0]) +
    circle(124, 84, 30, second[1]) +
    circle(123, 82, 28, second[0]) +
    circle(100, 56, 31, scoop[1]) +
    circle(99, 54, 29, scoop[0]) +
    circle(100, 22, 9, red) +
    stroke('M102 16q4 -10 12 -10', leafDark, 3) +
    [
      [86, 46],
      [108, 60],
      [112, 42],
      [66, 76],
      [132, 78],
    ]
      .map(([x, y], at) => rect(x ?? 0, y ?? 0, 10, 4, 2, [persimmon, leaf, gold][at % 3] ?? gold, at * 40))
      .join('')
  );
};
