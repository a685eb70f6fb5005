import {
  gold,
  ink,
  leaf,
  leafLight,
  persimmon,
  red,
  steel,
  steelDark,
  tints,
  white,
  type Motif,
} from './brush.ts';
import { circle, groundShadow, path, rect, stroke, turned } from './shapes.ts';

export const ticket: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(70) +
    turned(
      -14,
      path('M20 60H180V88Q164 90 164 102Q164 114 180 116V148H20V116Q36 114 36 102Q36 90 20 88Z', dark),
      path('M20 56H180V84Q164 86 164 98Q164 110 180 112V142H20V112Q36 110 36 98Q36 86 20 84Z', body),
      [64, 78, 92, 106, 120, 134].map((y) => rect(136, y, 4, 8, 2, '#ffffff88')).join(''),
      path('M84 72l8 17l19 2l-14 13l4 19l-17 -10l-17 10l4 -19l-14 -13l19 -2Z', gold),
    )
  );
};

export const gamepad: Motif = () =>
  groundShadow(66, 100, 164) +
  path(
    'M60 58H140Q176 58 186 120Q190 158 166 158Q150 158 136 132H64Q50 158 34 158Q10 158 14 120Q24 58 60 58Z',
    '#39453f',
  ) +
  path(
    'M60 56H140Q172 56 182 112Q184 146 166 148Q152 148 138 124H62Q48 148 34 148Q16 146 18 112Q28 56 60 56Z',
    '#56645d',
  ) +
  rect(50, 74, 14, 42, 4, white) +
  rect(36, 88, 42, 14, 4, white) +
  circle(142, 78, 8, red) +
  circle(158, 94, 8, gold) +
  circle(126, 94, 8, leafLight) +
  circle(142, 110, 8, '#6fb0d6') +
  rect(90, 84, 20, 8, 4, steelDark);

export const microphone: Motif = () =>
  turned(
    30,
    path('M82 84H118L110 184H90Z', ink) +
      path('M82 84H104L100 184H90Z', '#46554c') +
      rect(76, 74, 48, 18, 6, gold) +
      circle(100, 44, 38, steelDark) +
      circle(98, 42, 34, steel) +
      ['M68 30H128', 'M66 48H130', 'M84 12V76', 'M106 10V76'].map((d) => stroke(d, steelDark, 3)).join(''),
  ) +
  [
    [34, 60],
    [166, 142],
  ]
    .map(
      ([x, y]) =>
        circle(x ?? 0, (y ?? 0) + 22, 10, persimmon) +
        stroke(`M${(x ?? 0) + 8} ${(y ?? 0) + 20}V${(y ?? 0) - 14}q14 4 16 16`, persimmon, 6),
    )
    .join('');

export const dumbbell: Motif = () =>
  turned(
    -28,
    rect(40, 92, 120, 16, 8, steelDark) +
      rect(26, 54, 30, 92, 12, ink) +
      rect(50, 66, 20, 68, 8, '#56645d') +
      rect(144, 54, 30, 92, 12, ink) +
      rect(130, 66, 20, 68, 8, '#56645d') +
      rect(31, 62, 8, 76, 4, '#ffffff33') +
      rect(8, 84, 20, 32, 8, persimmon) +
      rect(172, 84, 20, 32, 8, persimmon),
  );

export const receipt: Motif = () =>
  groundShadow(50) +
  path('M50 18H150V170L138 160L125 172L112 160L100 172L88 160L75 172L62 160L50 170Z', '#e3dcca') +
  path('M50 18H142V164L125 168L112 158L100 170L88 158L75 170L62 158L50 168Z', white) +
  rect(66, 34, 62, 14, 5, leaf) +
  [64, 80, 96].map((y) => stroke(`M68 ${y}h34`, steel, 5) + stroke(`M116 ${y}h12`, steelDark, 5)).join('') +
  stroke('M68 114h58', '#d9d2bf', 3) +
  rect(68, 124, 30, 12, 4, '#f3d0b4') +
  rect(106, 124, 24, 12, 4, persimmon);

export const van: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(84) +
    rect(8, 52, 112, 98, 10, body) +
    path('M120 76H158Q168 76 174 88L192 118V150H120Z', dark) +
    path('M130 86H156Q162 86 166 94L178 118H130Z', '#cfe4ea') +
    rect(8, 118, 112, 8, 0, '#ffffff66') +
    rect(32, 70, 64, 36, 6, '#ffffff33') +
    [52, 152].map((x) => circle(x, 152, 21, ink) + circle(x, 152, 9, steel)).join('')
  );
};
