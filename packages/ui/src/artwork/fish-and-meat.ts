import { leaf, leafDark, white, type Motif } from './brush.ts';
import { circle, ellipse, group, groundShadow, path, rect, ring, stroke } from './shapes.ts';
import { plate } from './vessels.ts';

export const seaShrimp: Motif = (brush) => {
  const [body, dark] = brush.pick([
    ['#f08a5c', '#d9633a'],
    ['#dd4c31', '#b23424'],
  ] as const);
  const one = (x: number, y: number, angle: number) =>
    group(
      `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(0)}) scale(.44) translate(-104 -104)`,
      stroke('M150 62Q190 50 196 20', dark, 4),
      stroke('M150 66Q186 64 200 44', dark, 4),
      path(
        'M156 76Q150 40 104 42Q48 46 44 104Q44 140 78 152L70 172L92 164L104 178L106 150Q80 146 78 112Q80 80 112 84Q140 92 156 76Z',
        body,
      ),
      ...['M112 44l-4 40', 'M84 50l10 38', 'M60 68l24 28', 'M48 98l32 10', 'M54 132l26 -8'].map((d) =>
        stroke(d, dark, 5),
      ),
      circle(142, 64, 5, '#2b3a31'),
    );
  return plate(
    brush,
    ring(5, 100, 100, 38, (x, y, angle) => one(x, y, angle + 60), brush.range(0, 72)) +
      circle(100, 100, 15, '#e8bf3c') +
      circle(100, 100, 12, '#fbea9f') +
      ring(6, 100, 100, 6, (x, y, angle) => ellipse(x, y, 4, 2, '#f4d75e', angle)),
  );
};

export const fish: Motif = (brush) => {
  const [body, dark, belly] = brush.pick([
    ['#7f9aa6', '#5e7a87', '#dbe4e4'],
    ['#d98d5c', '#b96b3b', '#f6dcc0'],
    ['#c5493a', '#9d3529', '#f1c7b2'],
  ] as const);
  return (
    groundShadow(74, 100, 150) +
    path('M150 100L188 66Q182 100 188 134Z', dark) +
    path('M70 62Q96 36 118 62Z', dark) +
    path('M14 102Q44 54 98 58Q140 62 158 100Q140 140 98 146Q44 148 14 102Z', body) +
    path('M14 102Q60 118 158 100Q140 140 98 146Q44 148 14 102Z', belly) +
    stroke('M62 72Q78 100 62 132', dark, 5) +
    ['M88 84q10 14 0 28', 'M108 84q10 14 0 28', 'M128 88q8 12 0 22'].map((d) => stroke(d, dark, 4)).join('') +
    circle(42, 92, 8, white) +
    circle(42, 92, 4.4, '#2b3a31') +
    stroke('M18 106q8 4 14 2', dark, 3)
  );
};

export const rawMeat: Motif = (brush) =>
  rect(16, 48, 168, 116, 18, '#1d2b2218') +
  rect(16, 42, 168, 116, 18, '#a97b4c') +
  rect(16, 42, 168, 108, 18, '#c99a66') +
  path('M42 92q4 -34 50 -32q60 -2 66 30q4 42 -52 44q-64 4 -64 -42Z', '#f7ddd2') +
  path(
    'M50 92q6 -24 42 -23q52 -2 57 22q3 32 -44 34q-56 3 -55 -33Z',
    brush.pick(['#d0564a', '#c2443f', '#dd7566']),
  ) +
  ['M72 84q16 -8 28 2', 'M104 106q16 -8 30 0', 'M76 110q10 -6 18 2', 'M116 84q12 -4 20 4']
    .map((d) => stroke(d, '#f7ddd2', 4.5))
    .join('') +
  ellipse(148, 130, 20, 7, leafDark, -30) +
  ellipse(156, 134, 18, 6, leaf, 0);
