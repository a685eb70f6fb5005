import {
  gold,
  ink,
  leaf,
  leafDark,
  persimmon,
  red,
  steel,
  steelDark,
  tints,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, stroke } from './shapes.ts';

export const lipstick: Motif = (brush) => {
  const [tone, light] = brush.pick([
    ['#c93a4a', '#e57a84'],
    ['#d9627a', '#ef9bac'],
    ['#b24a35', '#d98370'],
  ] as const);
  return (
    groundShadow(64) +
    path('M50 76V44Q72 14 90 30V76Z', tone) +
    path('M58 74V46Q70 30 74 32V74Z', light) +
    rect(46, 72, 50, 32, 4, gold) +
    rect(40, 100, 62, 72, 8, ink) +
    rect(46, 104, 9, 62, 4.5, '#ffffff33') +
    rect(122, 70, 46, 102, 10, ink) +
    rect(122, 118, 46, 12, 0, gold) +
    rect(128, 76, 8, 88, 4, '#ffffff33')
  );
};

export const creamJar: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(70) +
    rect(36, 104, 128, 68, 16, '#e6e0d2') +
    rect(36, 104, 112, 68, 16, white) +
    rect(54, 124, 78, 28, 6, body + '44') +
    rect(30, 76, 140, 36, 10, dark) +
    rect(30, 76, 122, 36, 10, body) +
    ellipse(100, 74, 58, 10, '#ffffff44') +
    path('M74 62Q72 40 98 42Q92 22 116 28Q136 36 126 62Z', '#fff3e2') +
    ellipse(150, 54, 18, 8, leaf, -40) +
    ellipse(164, 60, 16, 7, leafDark, -10)
  );
};

export const serum: Motif = (brush) => {
  const [body, dark] = brush.pick(tints);
  return (
    groundShadow(52) +
    rect(84, 8, 32, 40, 12, ink) +
    rect(78, 44, 44, 22, 5, gold) +
    rect(56, 64, 88, 108, 18, dark) +
    rect(56, 64, 74, 108, 18, body) +
    rect(56, 98, 88, 48, 0, '#ffffffe0') +
    stroke('M74 114h52', steelDark, 4) +
    stroke('M74 128h34', steel, 4) +
    rect(66, 74, 8, 18, 4, '#ffffff66') +
    path('M164 120q16 24 0 32q-16 -8 0 -32Z', body)
  );
};

export const scissors: Motif = () =>
  groundShadow(50) +
  path('M60 18L108 112L96 124Z', steel) +
  path('M60 18L102 118L96 124Z', steelDark) +
  path('M140 18L92 112L104 124Z', '#dfe5e2') +
  `<circle cx="70" cy="146" r="21" fill="none" stroke="${persimmon}" stroke-width="13"/><circle cx="130" cy="146" r="21" fill="none" stroke="${persimmon}" stroke-width="13"/>` +
  circle(100, 110, 6, ink) +
  rect(154, 30, 24, 110, 6, '#5f5089') +
  [38, 48, 58, 68, 78, 88, 98, 108, 118, 128].map((y) => rect(172, y, 20, 4, 2, '#5f5089')).join('');

export const nailPolish: Motif = (brush) =>
  groundShadow(72) +
  [52, 100, 148]
    .map((x, at) => {
      const color =
        [
          brush.pick(['#d9627a', '#c93a4a', '#f0a9a0']),
          brush.pick([persimmon, gold, '#e8a24b']),
          brush.pick(['#7a6aa8', '#4e929f', leaf]),
        ][at] ?? red;
      return (
        rect(x - 9, 34 + (at % 2) * 12, 18, 74, 6, ink) +
        path(`M${x - 20} ${110 + (at % 2) * 6}h40v54q0 10 -10 10h-20q-10 0 -10 -10Z`, color) +
        rect(x - 14, 120, 6, 42, 3, '#ffffff66')
      );
    })
    .join('');

export const spa: Motif = () =>
  groundShadow(72) +
  ring(
    8,
    100,
    74,
    0,
    (_x, _y, _angle, at) =>
      `<g transform="rotate(${(at - 3.5) * 24} 100 96)">${path('M100 96Q80 60 100 24Q120 60 100 96Z', at % 2 ? '#f3b7bd' : '#e58f9b')}</g>`,
  ) +
  path('M100 98Q82 66 100 36Q118 66 100 98Z', '#fbdbdc') +
  ellipse(100, 112, 46, 16, '#59635f') +
  ellipse(98, 108, 42, 12, '#78837e') +
  ellipse(100, 136, 60, 17, '#454f4b') +
  ellipse(98, 132, 55, 13, '#626d68') +
  ellipse(100, 160, 72, 16, '#38413d') +
  ellipse(98, 156, 68, 13, '#515b56');
