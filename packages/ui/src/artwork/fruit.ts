import { brown, brownDark, leaf, leafDark, redDark, type Motif } from './brush.ts';
import { circle, ellipse, group, groundShadow, path, rect, ring, stroke } from './shapes.ts';
import { leafAt } from './leaf-at.ts';

export const apple: Motif = (brush) => {
  const [body, dark, light] = brush.pick([
    ['#dc4b3a', '#b53527', '#f19a86'],
    ['#8fbf4b', '#6d9c33', '#c7e396'],
    ['#f0ab4a', '#d3862b', '#fad9a0'],
    ['#f39a8a', '#dd7466', '#fbd0c2'],
  ] as const);
  return (
    groundShadow(54) +
    path(
      'M100 66Q62 42 40 76Q24 118 62 164Q82 182 100 170Q118 182 138 164Q176 118 160 76Q138 42 100 66Z',
      dark,
    ) +
    path(
      'M98 66Q62 46 42 78Q28 116 62 158Q80 174 98 164Q112 172 128 160Q164 118 152 80Q134 46 98 66Z',
      body,
    ) +
    ellipse(64, 94, 9, 18, light, 18) +
    stroke('M100 68Q98 44 110 30', brownDark, 7) +
    leafAt(106, 46, -14)
  );
};

export const orange: Motif = (brush) => {
  const [rind, flesh, pith] = brush.pick([
    ['#ee8a2c', '#f9b04f', '#fff0d0'],
    ['#f2cf3f', '#fbe68a', '#fffbe2'],
    ['#f0785a', '#f79c7d', '#ffe9dc'],
  ] as const);
  return (
    groundShadow(72) +
    circle(76, 116, 56, rind) +
    ellipse(56, 92, 12, 8, '#ffffff55', -35) +
    leafAt(78, 62, -20, leafDark) +
    circle(140, 128, 46, rind) +
    circle(140, 128, 41, pith) +
    ring(8, 140, 128, 0, (_x, _y, angle) =>
      group(`rotate(${angle} 140 128)`, path('M144 128L166 118Q178 128 166 138Z', flesh)),
    )
  );
};

export const watermelon: Motif = () =>
  groundShadow(70) +
  path('M14 74A92 92 0 0 0 186 74L180 70L20 70Z', leafDark) +
  path('M22 72A82 82 0 0 0 178 72Z', '#cfe6a4') +
  path('M32 72A71 71 0 0 0 168 72Z', '#e5533f') +
  path('M40 72A62 62 0 0 0 160 72Z', '#ee6a55') +
  [
    [70, 92],
    [100, 86],
    [130, 92],
    [84, 114],
    [116, 114],
    [100, 134],
  ]
    .map(([x, y]) => ellipse(x ?? 0, y ?? 0, 4, 6.5, '#3b2417'))
    .join('');

export const grapes: Motif = (brush) => {
  const [body, light] = brush.pick([
    ['#7a4a86', '#a97db4'],
    ['#9dbb4e', '#cfe08f'],
    ['#4a5a93', '#8796c6'],
  ] as const);
  const rows = [5, 4, 4, 3, 2, 1];
  return (
    groundShadow(40) +
    stroke('M100 52Q100 30 112 18', brown, 7) +
    leafAt(104, 40, 10) +
    leafAt(96, 40, 170, leafDark) +
    rows
      .map((count, row) =>
        Array.from({ length: count }, (_, at) => {
          const x = 100 + (at - (count - 1) / 2) * 28;
          const y = 60 + row * 21;
          return circle(x, y, 16, body) + circle(x - 5, y - 5, 4, light);
        }).join(''),
      )
      .join('')
  );
};

export const banana: Motif = () =>
  groundShadow(70) +
  [0, 14, 28]
    .map((dy, at) =>
      group(
        `rotate(${at * 9 - 6} 60 40)`,
        path(
          `M46 ${34 + dy / 3}Q50 130 150 142Q166 140 168 128Q92 118 72 34Z`,
          at % 2 ? '#f7d257' : '#efc13f',
        ),
        path('M150 142Q166 140 168 128L176 132Q172 146 156 148Z', brownDark),
      ),
    )
    .join('') +
  rect(44, 20, 30, 22, 6, '#a98a2f');

export const strawberry: Motif = () => {
  const one = (x: number, y: number, s: number) =>
    group(
      `translate(${x} ${y}) scale(${s})`,
      path('M0 60Q-54 20 -44 -18Q-30 -40 0 -32Q30 -40 44 -18Q54 20 0 60Z', redDark),
      path('M-2 54Q-48 18 -40 -16Q-28 -34 0 -28Q26 -34 36 -16Q44 18 -2 54Z', '#e8503f'),
      ...[
        [-20, -4],
        [0, -10],
        [20, -4],
        [-10, 12],
        [10, 12],
        [0, 30],
        [-24, 14],
        [22, 16],
      ].map(([dx, dy]) => ellipse(dx ?? 0, dy ?? 0, 2.4, 3.6, '#fbd98a')),
      ring(6, 0, -32, 12, (px, py, angle) => ellipse(px, py, 14, 6, leaf, angle)),
      stroke('M0 -34q0 -12 8 -18', leafDark, 5),
    );
  return groundShadow(66) + one(66, 118, 0.86) + one(138, 120, 0.82) + one(102, 92, 1);
};
