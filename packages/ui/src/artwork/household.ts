import {
  brown,
  cream,
  gold,
  ink,
  leaf,
  persimmon,
  steel,
  steelDark,
  tints,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, stroke, turned } from './shapes.ts';

export const broom: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(70) +
    turned(
      22,
      rect(94, 4, 12, 104, 6, '#c99a66'),
      rect(70, 100, 60, 22, 8, dark),
      path('M70 118H130L146 176H54Z', gold),
      ...[70, 84, 100, 116, 130].map((x) => stroke(`M${x} 124L${100 + (x - 100) * 1.4} 172`, '#d9962c', 4)),
    ) +
    path('M126 118H182L174 164Q173 172 164 172H144Q135 172 134 164Z', body) +
    ellipse(154, 118, 28, 7, dark) +
    [
      [144, 108, 10],
      [160, 104, 12],
      [172, 112, 7],
    ]
      .map(([x, y, r]) => circle(x ?? 0, y ?? 0, r ?? 0, '#ffffffd0'))
      .join('')
  );
};

export const spray: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(54) +
    path('M56 24H124Q136 24 136 36V52H92L82 44H56Z', ink) +
    rect(42, 26, 18, 16, 4, persimmon) +
    path('M76 50L66 76L76 80L90 54Z', persimmon) +
    rect(96, 50, 32, 26, 4, ink) +
    path('M96 74H128Q156 90 156 120V160Q156 172 144 172H80Q68 172 68 160V120Q68 90 96 74Z', dark) +
    path('M96 74H118Q138 92 138 120V160Q138 172 128 172H80Q68 172 68 160V120Q68 90 96 74Z', body) +
    rect(80, 116, 60, 36, 8, white) +
    path('M110 122l4 9l10 1l-8 7l3 10l-9 -6l-9 6l3 -10l-8 -7l10 -1Z', gold) +
    [
      [24, 22],
      [14, 36],
      [26, 50],
      [8, 20],
      [6, 52],
    ]
      .map(([x, y]) => circle(x ?? 0, y ?? 0, 4.4, '#8fc4dc'))
      .join('')
  );
};

export const washer: Motif = () =>
  groundShadow(64) +
  rect(34, 18, 132, 154, 14, '#d8deda') +
  rect(34, 18, 122, 154, 14, white) +
  rect(34, 18, 132, 34, 12, '#e5e9e5') +
  circle(136, 35, 8, leaf) +
  circle(112, 35, 5, steelDark) +
  rect(48, 28, 42, 14, 5, '#cfd7d2') +
  circle(100, 110, 50, steelDark) +
  circle(100, 110, 44, '#e5e9e5') +
  circle(100, 110, 37, '#8fc4dc') +
  path('M64 112Q82 98 100 112T136 110A37 37 0 0 1 64 112Z', '#5fa4c4') +
  ellipse(92, 124, 18, 9, persimmon, 20) +
  ellipse(112, 118, 14, 8, cream, -20) +
  circle(86, 92, 6, '#ffffffaa') +
  circle(114, 88, 4, '#ffffffaa');

export const airConditioner: Motif = () =>
  rect(16, 36, 168, 74, 14, '#d8deda') +
  rect(16, 34, 168, 68, 14, white) +
  rect(30, 82, 140, 12, 6, steelDark) +
  rect(30, 80, 140, 6, 3, steel) +
  circle(160, 54, 5, leaf) +
  rect(32, 48, 44, 8, 4, '#e5e9e5') +
  ['M52 118q-10 16 0 28t0 26', 'M100 118q-10 16 0 28t0 26', 'M148 118q-10 16 0 28t0 26']
    .map((d) => stroke(d, '#8fc4dc', 9))
    .join('');

export const sofa: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(80) +
    rect(40, 158, 12, 16, 4, brown) +
    rect(148, 158, 12, 16, 4, brown) +
    rect(34, 56, 132, 90, 22, dark) +
    rect(42, 100, 58, 36, 10, body) +
    rect(100, 100, 58, 36, 10, body) +
    rect(14, 86, 36, 76, 16, body) +
    rect(150, 86, 36, 76, 16, body) +
    rect(30, 132, 140, 30, 10, dark) +
    rect(112, 78, 36, 36, 8, cream, 12)
  );
};
