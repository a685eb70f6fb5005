import {
  brown,
  cream,
  gold,
  ink,
  leaf,
  leafDark,
  leafLight,
  persimmon,
  red,
  steel,
  tints,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, stroke, turned } from './shapes.ts';

export const toy: Motif = () =>
  groundShadow(56) +
  circle(62, 50, 20, '#b07a48') +
  circle(138, 50, 20, '#b07a48') +
  circle(62, 50, 10, '#e8c79c') +
  circle(138, 50, 10, '#e8c79c') +
  ellipse(100, 136, 50, 42, '#b07a48') +
  ellipse(100, 140, 30, 28, '#e8c79c') +
  circle(100, 76, 50, '#c58d58') +
  ellipse(100, 92, 24, 18, '#f3dcb8') +
  circle(82, 68, 6, ink) +
  circle(118, 68, 6, ink) +
  ellipse(100, 84, 9, 6, ink) +
  stroke('M92 97q8 7 16 0', ink, 4) +
  circle(50, 126, 16, '#c58d58') +
  circle(150, 126, 16, '#c58d58') +
  circle(68, 168, 17, '#c58d58') +
  circle(132, 168, 17, '#c58d58') +
  path('M100 118l-22 -11v22ZM100 118l22 -11v22Z', red);

export const book: Motif = (brush) => {
  const [cover, dark] = brush.pick(tints);
  return (
    groundShadow(74) +
    path('M100 52Q60 28 20 44V158Q60 142 100 166Q140 142 180 158V44Q140 28 100 52Z', dark) +
    path('M100 58Q62 36 28 48V148Q64 134 100 156Z', white) +
    path('M100 58Q138 36 172 48V148Q136 134 100 156Z', '#f1ead8') +
    [66, 84, 102, 120]
      .map(
        (y) => stroke(`M42 ${y}q22 -4 44 8`, '#d3cab4', 4) + stroke(`M158 ${y}q-22 -4 -44 8`, '#cfc5ab', 4),
      )
      .join('') +
    path('M136 42h18v46l-9 -9l-9 9Z', cover === persimmon ? red : persimmon)
  );
};

export const pen: Motif = (brush) => {
  const [cover, dark] = brush.pick(tints);
  return (
    groundShadow(66) +
    rect(36, 26, 104, 146, 10, dark) +
    rect(44, 26, 100, 146, 8, cover) +
    rect(62, 50, 64, 30, 6, cream) +
    [40, 70, 100, 130, 156].map((y) => rect(30, y, 18, 6, 3, steel)).join('') +
    turned(
      18,
      rect(140, 34, 20, 110, 4, gold),
      path('M140 144h20l-10 28Z', '#f3dcb8'),
      path('M147 164h6l-3 8Z', ink),
      rect(140, 24, 20, 18, 6, '#e58a8a'),
    )
  );
};

export const shirt: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(62) +
    path(
      'M72 32L26 58L42 96L58 88V164Q58 172 66 172H134Q142 172 142 164V88L158 96L174 58L128 32Q100 56 72 32Z',
      dark,
    ) +
    path('M72 32L26 58L42 96L58 88V164Q58 172 66 172H124Q132 160 128 96Q126 60 128 32Q100 56 72 32Z', body) +
    path('M72 32Q100 62 128 32L120 29Q100 48 80 29Z', white) +
    rect(106, 84, 22, 26, 4, '#ffffff44')
  );
};

export const bouquet: Motif = (brush) => {
  const [petal, heart] = brush.pick([
    ['#e0566a', '#b23a4f'],
    ['#f3a3a8', '#e07a84'],
    [gold, '#c98a2e'],
    ['#f7f1e3', gold],
    ['#a886c4', '#7e5d9e'],
    [persimmon, '#c95a1c'],
  ] as const);
  const bloom = (x: number, y: number, r: number, color: string, middle: string) =>
    ring(6, x, y, r * 0.62, (px, py) => circle(px, py, r * 0.52, color), 15) + circle(x, y, r * 0.46, middle);
  return (
    groundShadow(42) +
    ['M100 60L62 50', 'M100 60L140 54'].map((d) => stroke(d, leafDark, 5)).join('') +
    ellipse(48, 74, 24, 11, leaf, 40) +
    ellipse(154, 76, 24, 11, leafDark, -40) +
    ellipse(100, 24, 22, 10, leaf, 90) +
    path('M44 84Q100 60 156 84L116 172H84Z', '#e6d3ac') +
    path('M44 84Q80 96 104 172H84Z', cream) +
    path('M156 84Q126 104 108 172H116Z', '#d8c193') +
    bloom(64, 66, 27, petal, heart) +
    bloom(136, 68, 26, petal, heart) +
    bloom(100, 46, 28, white, gold) +
    bloom(100, 86, 27, petal, heart) +
    path('M80 132Q100 142 122 132L119 144Q100 152 84 144Z', red)
  );
};

export const plant: Motif = (brush) => {
  const [pot, potDark] = brush.pick([
    ['#d0754a', '#b05c34'],
    ['#e9dfcb', '#cfc2a6'],
    ['#4e929f', '#39747f'],
  ] as const);
  const blades = ring(
    7,
    100,
    108,
    0,
    (_x, _y, _angle, at) =>
      `<g transform="rotate(${(at - 3) * 24} 100 116)">${ellipse(100, 66, 15, 50, at % 2 ? leaf : leafDark)}${stroke('M100 28V112', leafLight, 2.6)}</g>`,
  );
  return (
    groundShadow(46) +
    blades +
    path('M56 116H144L134 164Q132 172 124 172H76Q68 172 66 164Z', potDark) +
    path('M56 116H130L122 172H76Q68 172 66 164Z', pot) +
    rect(50, 106, 100, 18, 6, pot)
  );
};

export const pet: Motif = (brush) => {
  const [fur, dark] = brush.pick([
    ['#e3a15e', '#c27f3e'],
    ['#8f9c97', '#6f7c77'],
    ['#f3e6cf', '#d9c6a0'],
  ] as const);
  return (
    groundShadow(58) +
    path('M46 30L84 56H116L154 30L158 100Q158 154 100 156Q42 154 42 100Z', fur) +
    path('M54 44L76 60L52 82ZM146 44L124 60L148 82Z', '#f0a9a0') +
    ['M100 52v20', 'M86 54l2 14', 'M114 54l-2 14'].map((d) => stroke(d, dark, 5)).join('') +
    ellipse(76, 96, 9, 11, ink) +
    ellipse(124, 96, 9, 11, ink) +
    circle(79, 92, 3, white) +
    circle(127, 92, 3, white) +
    path('M92 114h16l-8 9Z', '#d9746a') +
    stroke('M100 123q-8 12 -18 5M100 123q8 12 18 5', ink, 3.4) +
    ['M36 108l26 5', 'M36 126l26 -3', 'M164 108l-26 5', 'M164 126l-26 -3']
      .map((d) => stroke(d, dark, 3))
      .join('') +
    path('M62 150Q100 168 138 150L134 164Q100 180 66 164Z', red) +
    circle(100, 170, 8, gold)
  );
};

export const shoppingBag: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(60) +
    stroke('M70 76V54Q70 24 100 24Q130 24 130 54V76', brown, 8) +
    path('M36 66H164L172 160Q172 172 160 172H40Q28 172 28 160Z', dark) +
    path('M36 66H140L146 172H40Q28 172 28 160Z', body) +
    stroke('M66 142V114L84 96L101 114L118 96L136 114V142Z', '#ffffffd8', 7) +
    stroke('M101 114V142', '#ffd9b8', 7)
  );
};
