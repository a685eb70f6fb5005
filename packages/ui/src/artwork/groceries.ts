import {
  cream,
  gold,
  goldDark,
  ink,
  leaf,
  leafDark,
  persimmon,
  red,
  steelDark,
  tints,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, stroke } from './shapes.ts';

export const oilBottle: Motif = (brush) => {
  const [oil, label] = brush.pick([
    ['#f2c344', leafDark],
    ['#5a3320', red],
    ['#e7a93a', persimmon],
    ['#8a3a22', gold],
  ] as const);
  return (
    groundShadow(44) +
    rect(82, 14, 36, 22, 6, label) +
    path('M82 34H118V54Q146 66 146 96V160Q146 172 134 172H66Q54 172 54 160V96Q54 66 82 54Z', oil) +
    path('M118 34V54Q146 66 146 96V160Q146 172 134 172H122V60L112 34Z', '#00000018') +
    rect(54, 100, 92, 50, 0, cream) +
    circle(100, 125, 17, label) +
    path('M100 113q9 12 0 22q-9 -10 0 -22Z', cream) +
    rect(64, 80, 8, 14, 4, '#ffffff88')
  );
};

export const cupNoodle: Motif = (brush) => {
  const [body, dark] = brush.pick([
    [red, '#b23424'],
    [persimmon, '#cc5f20'],
    [leafDark, '#1f5c33'],
  ] as const);
  return (
    groundShadow(50) +
    path('M42 56H158L142 160Q140 172 128 172H72Q60 172 58 160Z', dark) +
    path('M42 56H134L124 172H72Q60 172 58 160Z', body) +
    path('M46 84H154L148 122H52Z', cream) +
    [0, 1, 2].map((row) => stroke(`M62 ${94 + row * 9}q10 -7 20 0t20 0t20 0t16 0`, goldDark, 4)).join('') +
    ellipse(100, 54, 60, 13, white) +
    ellipse(100, 53, 50, 9, '#ebe4d2') +
    path('M138 46q26 -16 28 -4q-6 10 -20 10Z', white)
  );
};

export const tissue: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(72) +
    path('M66 76Q76 24 100 44Q126 16 134 76Z', white) +
    path('M100 44Q126 16 134 76H108Q110 58 100 44Z', '#e9e6dc') +
    path('M24 88L46 70H154L176 88Z', dark) +
    rect(24, 86, 152, 86, 8, body) +
    ellipse(100, 78, 40, 7, '#00000022') +
    ring(6, 100, 128, 24, (x, y, angle) => ellipse(x, y, 13, 6, '#ffffff55', angle)) +
    circle(100, 128, 9, '#ffffff88')
  );
};

export const detergent: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(50) +
    rect(82, 12, 42, 34, 8, persimmon) +
    path('M76 44H130Q156 66 156 100V158Q156 172 142 172H58Q44 172 44 158V110Q44 70 76 44Z', body) +
    path('M130 44Q156 66 156 100V158Q156 172 142 172H124Q136 110 118 44Z', dark) +
    path('M64 76Q78 60 84 76V104Q72 112 64 100Z', '#f3ede1') +
    rect(56, 114, 76, 42, 10, white) +
    [
      [76, 138, 10],
      [98, 130, 13],
      [116, 142, 8],
    ]
      .map(([x, y, r]) => circle(x ?? 0, y ?? 0, r ?? 0, body + '66'))
      .join('')
  );
};

export const toothbrush: Motif = (brush) => {
  const [body] = brush.pick(tints);
  return (
    groundShadow(52) +
    stroke('M84 80L62 18', body, 11) +
    rect(44, 14, 20, 34, 5, white, -19) +
    stroke('M116 80L136 20', leaf, 11) +
    rect(132, 16, 20, 32, 5, white, 18) +
    path('M56 76H144L136 160Q135 172 124 172H76Q65 172 64 160Z', '#a9cfd4') +
    path('M112 76H144L136 160Q135 172 124 172H112Z', '#8fbcc3') +
    rect(50, 70, 100, 13, 6.5, '#c5e0e3')
  );
};

export const toiletRoll: Motif = () =>
  groundShadow(66) +
  [
    [62, 128],
    [138, 128],
    [100, 72],
  ]
    .map(
      ([x, y]) =>
        rect((x ?? 0) - 36, (y ?? 0) - 34, 72, 76, 12, '#efe9da') +
        ellipse(x ?? 0, (y ?? 0) - 32, 36, 14, white) +
        ellipse(x ?? 0, (y ?? 0) - 32, 14, 5.6, '#b9976b') +
        stroke(`M${(x ?? 0) - 34} ${(y ?? 0) + 12}h30`, '#dcd3bd', 3),
    )
    .join('');

export const battery: Motif = (brush) => {
  const [body] = brush.pick(tints);
  return (
    groundShadow(56) +
    [60, 140]
      .map(
        (x) =>
          rect(x - 12, 22, 24, 16, 4, steelDark) +
          rect(x - 30, 34, 60, 138, 10, ink) +
          rect(x - 30, 34, 60, 44, 10, gold) +
          rect(x - 30, 66, 60, 30, 0, gold) +
          rect(x - 22, 40, 9, 124, 4.5, '#ffffff33') +
          stroke(`M${x - 8} 128h16`, white, 5) +
          path(`M${x + 4} 46l-14 22h10l-4 18l16 -24h-10Z`, body),
      )
      .join('')
  );
};
