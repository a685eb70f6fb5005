import { cream, gold, goldDark, leafDark, persimmon, red, steelDark, white, type Motif } from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, stroke } from './shapes.ts';

export const can: Motif = (brush) => {
  const [body, dark] = brush.pick([
    [red, '#b23424'],
    [leafDark, '#1f5c33'],
    ['#3a6ea8', '#2b5484'],
    [persimmon, '#cc5f20'],
  ] as const);
  return (
    groundShadow(42) +
    rect(58, 32, 84, 142, 16, '#a9b3af') +
    rect(58, 44, 84, 118, 8, dark) +
    rect(58, 44, 70, 118, 8, body) +
    path('M58 92Q92 70 142 96V122Q100 96 58 118Z', '#ffffffd0') +
    circle(100, 138, 9, '#ffffffd0') +
    ellipse(100, 34, 36, 8, '#dfe5e2') +
    ellipse(100, 34, 12, 3.4, steelDark) +
    rect(68, 52, 9, 100, 4.5, '#ffffff33')
  );
};

export const bottle: Motif = (brush) => {
  const [liquid, label] = brush.pick([
    ['#bfe0ea', '#3a7fa8'],
    ['#d7ecd0', leafDark],
    ['#f6d3a3', persimmon],
  ] as const);
  return (
    groundShadow(36) +
    rect(84, 14, 32, 22, 6, label) +
    path(
      'M84 34H116Q118 54 132 68Q138 76 138 90V160Q138 174 124 174H76Q62 174 62 160V90Q62 76 68 68Q82 54 84 34Z',
      '#ffffffc0',
    ) +
    path('M66 82Q100 74 134 82V160Q134 170 124 170H76Q66 170 66 160Z', liquid) +
    rect(62, 98, 76, 44, 0, label) +
    stroke('M74 124q13 -12 26 0t26 0', white, 5) +
    rect(74, 60, 8, 32, 4, '#ffffffcc')
  );
};

export const beer: Motif = () =>
  groundShadow(56) +
  stroke('M140 84H160Q174 84 174 100V124Q174 140 160 140H140', '#f2d58a', 12) +
  rect(44, 54, 100, 120, 12, goldDark) +
  rect(44, 54, 92, 116, 12, gold) +
  [62, 86, 110].map((x) => rect(x, 84, 10, 72, 5, '#f9d987')).join('') +
  [
    [54, 54, 20],
    [80, 44, 24],
    [110, 46, 23],
    [134, 56, 18],
    [94, 60, 22],
    [66, 66, 16],
    [122, 66, 14],
  ]
    .map(([x, y, r]) => circle(x ?? 0, y ?? 0, r ?? 0, white))
    .join('') +
  path('M112 64h20v34q-10 12 -20 0Z', white);

export const wine: Motif = (brush) => {
  const [glass, label] = brush.pick([
    ['#3f5a3c', cream],
    ['#5c2230', cream],
    ['#d9c48a', white],
  ] as const);
  return (
    groundShadow(62) +
    rect(56, 14, 26, 24, 5, '#7c2b33') +
    path(
      'M56 36H82Q82 66 96 82Q102 90 102 102V162Q102 172 92 172H46Q36 172 36 162V102Q36 90 42 82Q56 66 56 36Z',
      glass,
    ) +
    rect(36, 108, 66, 42, 0, label) +
    circle(69, 129, 11, '#7c2b33') +
    path('M122 74H178Q178 128 150 128Q122 128 122 74Z', '#ffffffb8') +
    path('M124 94H176Q172 124 150 124Q128 124 124 94Z', '#8d2a3c') +
    stroke('M150 128V166', '#ffffffd8', 6) +
    ellipse(150, 168, 24, 5, '#ffffffd8')
  );
};
