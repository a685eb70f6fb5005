import {
  brown,
  brownDark,
  cream,
  gold,
  leafDark,
  leafLight,
  persimmon,
  red,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, stroke } from './shapes.ts';
import { leafAt } from './leaf-at.ts';

export const eggs: Motif = (brush) => {
  const [shell, shade] = brush.pick([
    ['#e9b98a', '#cf9765'],
    ['#f8ecd6', '#e2cfae'],
  ] as const);
  const egg = (x: number, y: number) =>
    path(
      `M${x} ${y - 40}Q${x + 34} ${y - 14} ${x + 30} ${y + 16}Q${x + 24} ${y + 38} ${x} ${y + 38}Q${x - 24} ${y + 38} ${x - 30} ${y + 16}Q${x - 34} ${y - 14} ${x} ${y - 40}Z`,
      shade,
    ) +
    path(
      `M${x - 2} ${y - 37}Q${x + 27} ${y - 14} ${x + 24} ${y + 12}Q${x + 18} ${y + 33} ${x - 3} ${y + 33}Q${x - 24} ${y + 32} ${x - 27} ${y + 12}Q${x - 30} ${y - 12} ${x - 2} ${y - 37}Z`,
      shell,
    ) +
    ellipse(x - 11, y - 10, 6, 10, '#ffffff66', 20);
  return (
    groundShadow(74) +
    egg(64, 86) +
    egg(136, 86) +
    egg(100, 82) +
    path(
      'M18 116Q36 104 54 116T90 116T126 116T162 116T182 114L174 164Q172 172 164 172H36Q28 172 26 164Z',
      '#8d99a0',
    ) +
    path('M18 112Q36 100 54 112T90 112T126 112T162 112T182 110L177 140H23Z', '#a7b2b7')
  );
};

export const nuts: Motif = (brush) => {
  const shell = brush.pick(['#b97f45', '#8a5430', '#d3a05f']);
  return (
    groundShadow(66) +
    path('M26 104H174Q170 172 100 172Q30 172 26 104Z', '#3f7f8c') +
    path('M26 104H174Q173 124 166 138H34Q27 124 26 104Z', '#4e929f') +
    ring(
      9,
      100,
      92,
      42,
      (x, y, angle) =>
        ellipse(x, 58 + (y - 50) * 0.5, 19, 13, brownDark, angle) +
        ellipse(x - 1, 56 + (y - 50) * 0.5, 16, 10, shell, angle),
    ) +
    ellipse(100, 72, 20, 14, brownDark) +
    ellipse(99, 70, 17, 11, shell) +
    rect(22, 98, 156, 13, 6.5, '#326873')
  );
};

export const riceSack: Motif = (brush) => {
  const band = brush.pick([leafDark, red, persimmon, '#3a5a78']);
  return (
    groundShadow(60) +
    path('M52 36Q100 24 148 36L156 60Q164 120 154 166Q100 180 46 166Q36 120 44 60Z', '#e6d3ac') +
    path('M52 36Q100 24 138 34L146 60Q152 118 144 162Q96 174 46 164Q38 120 46 60Z', cream) +
    rect(52, 22, 96, 18, 8, '#d6bd8c') +
    path('M41 88Q100 98 158 88L159 136Q100 146 42 136Z', band) +
    circle(100, 114, 19, white) +
    ring(5, 100, 114, 9, (x, y, angle) => ellipse(x, y, 6, 3, gold, angle + 30))
  );
};

export const basket: Motif = () =>
  groundShadow(70) +
  stroke('M40 96Q46 24 100 24Q154 24 160 96', brown, 9) +
  leafAt(72, 92, -100, leafDark) +
  leafAt(72, 92, -60) +
  circle(118, 84, 24, '#e4543a') +
  circle(146, 92, 18, persimmon) +
  ellipse(84, 86, 20, 26, leafLight) +
  ellipse(54, 92, 14, 20, '#f08a3c') +
  path('M22 92H178L164 166Q162 172 154 172H46Q38 172 36 166Z', '#b9834a') +
  [0, 1, 2]
    .map((row) => stroke(`M${28 + row * 4} ${108 + row * 22}H${172 - row * 4}`, '#d5a468', 8))
    .join('') +
  [56, 84, 116, 144].map((x) => stroke(`M${x} 98L${100 + (x - 100) * 0.86} 166`, '#a2703b', 4)).join('');
