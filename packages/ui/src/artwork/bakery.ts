import { brownDark, gold, leaf, persimmon, red, white, type Motif } from './brush.ts';
import { circle, ellipse, group, groundShadow, path, rect, ring, stroke } from './shapes.ts';

export const loaf: Motif = () =>
  groundShadow(68) +
  path('M30 92Q22 44 70 44H140Q178 44 170 92V160Q170 172 158 172H42Q30 172 30 160Z', '#b9762f') +
  path('M30 92Q22 44 62 44H112Q152 44 144 92V160Q144 172 132 172H42Q30 172 30 160Z', '#d9984a') +
  path('M40 92Q34 54 66 54H108Q140 54 134 92V152Q134 162 124 162H50Q40 162 40 152Z', '#fbe8bf') +
  [
    [62, 84],
    [86, 72],
    [110, 88],
    [70, 116],
    [100, 118],
    [84, 142],
    [118, 136],
  ]
    .map(([x, y]) => ellipse(x ?? 0, y ?? 0, 5, 3.4, '#edd09a'))
    .join('');

export const croissant: Motif = () =>
  groundShadow(74, 100, 160) +
  path(
    'M14 138Q16 70 66 54Q100 44 134 54Q184 70 186 138Q176 154 160 142Q140 108 100 110Q60 108 40 142Q24 154 14 138Z',
    '#b9762f',
  ) +
  path(
    'M16 132Q20 72 66 56Q100 48 134 56Q180 72 184 132Q176 142 164 132Q142 100 100 102Q58 100 36 132Q24 142 16 132Z',
    '#dd9c4c',
  ) +
  [
    'M66 58Q56 82 62 106',
    'M100 52V101',
    'M134 58Q144 82 138 106',
    'M36 82Q40 106 48 118',
    'M164 82Q160 106 152 118',
  ]
    .map((d) => stroke(d, '#b9762f', 6))
    .join('') +
  ['M78 66q8 -4 14 -4', 'M110 64q8 0 14 4', 'M46 80q4 -6 8 -8'].map((d) => stroke(d, '#f3c583', 6)).join('');

export const baguette: Motif = () =>
  [-26, 4, 34]
    .map((dx, at) =>
      group(
        `translate(${dx} ${at * 3}) rotate(28 100 100)`,
        rect(80, 12, 40, 172, 20, '#b07030'),
        rect(82, 12, 33, 166, 16, '#dba055'),
        ...[40, 72, 104, 136].map((y) => stroke(`M88 ${y + 8}L108 ${y - 6}`, '#f7dba8', 8)),
      ),
    )
    .join('');

export const cake: Motif = (brush) => {
  const [sponge, icing, jam] = brush.pick([
    ['#f2cf87', '#fff3e2', red],
    ['#7c4a2c', '#9a6240', '#f6d9b8'],
    ['#f3e2a8', '#f7c3bd', '#d96a70'],
    ['#a9c472', '#f4f2d6', leaf],
  ] as const);
  return (
    groundShadow(66) +
    path('M30 92L112 62Q164 66 172 92V154Q172 160 166 160H36Q30 160 30 154Z', sponge) +
    path('M30 116H172V130H30Z', jam) +
    path('M30 92L112 58Q166 64 172 92V104Q160 116 150 104T128 104T106 104T84 104T62 104T30 104Z', icing) +
    path('M30 92L112 58Q166 64 172 92Z', '#ffffff55') +
    circle(112, 54, 19, red) +
    circle(106, 48, 5, '#f6a28c') +
    ellipse(120, 36, 11, 5, leaf, -20) +
    rect(16, 158, 170, 13, 6.5, '#e2d9c4') +
    rect(16, 158, 170, 8, 4, white)
  );
};

export const tart: Motif = (brush) => {
  const filling = brush.pick(['#f6c94e', '#f2d68a', '#c9503f']);
  const one = (x: number, y: number) =>
    ring(12, x, y, 33, (px, py) => circle(px, py, 10, '#c98a3e')) +
    circle(x, y, 35, '#e0a655') +
    circle(x, y, 28, filling) +
    ellipse(x - 8, y - 8, 8, 5, '#ffffff55', -20) +
    circle(x + 8, y + 6, 6, '#a5602b88');
  return one(58, 72) + one(142, 72) + one(100, 136);
};

export const cookie: Motif = () => {
  const one = (x: number, y: number, r: number) =>
    circle(x, y + 3, r, '#a8703a') +
    circle(x, y, r, '#d7a25f') +
    ring(6, x, y, r * 0.6, (px, py) => circle(px, py, r * 0.13, brownDark), 20) +
    circle(x, y, r * 0.13, brownDark) +
    circle(x - r * 0.3, y - r * 0.15, r * 0.09, '#eac48c');
  return groundShadow(66) + one(66, 88, 46) + one(138, 96, 42) + one(98, 138, 44);
};

export const donut: Motif = (brush) => {
  const glaze = brush.pick(['#f2a6a6', '#8a5a3c', '#f7e3b0', '#b7dcae']);
  return (
    circle(102, 108, 80, '#1d2b2218') +
    circle(100, 102, 80, '#b9762f') +
    circle(100, 99, 79, '#dca457') +
    path(
      'M100 28Q150 28 168 72Q182 112 156 144Q136 158 122 160Q104 176 84 164Q46 158 32 124Q18 84 48 52Q70 28 100 28Z',
      glaze,
    ) +
    circle(100, 99, 30, '#b9762f') +
    circle(100, 101, 26, '#f3e6cf') +
    ring(16, 100, 98, 50, (x, y, angle, at) =>
      rect(x - 6, y - 2.4, 12, 5, 2.5, [red, white, leaf, gold, persimmon][at % 5] ?? white, angle * 3),
    )
  );
};
