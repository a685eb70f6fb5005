import { brownDark, goldDark, leaf, leafDark, leafLight, red, redDark, white, type Motif } from './brush.ts';
import { circle, ellipse, path, rect, ring, stroke } from './shapes.ts';
import { bowl, plate, halfEgg, scallions } from './vessels.ts';

export const pasta: Motif = (brush) => {
  const swirl = [50, 40, 30, 20, 10]
    .map(
      (r, at) =>
        `<circle cx="100" cy="100" r="${r}" fill="none" stroke="${at % 2 ? '#f6d98c' : '#ecc567'}" stroke-width="9"/>`,
    )
    .join('');
  const sauce = brush.pick([red, '#a5502d', '#f7ecd4', leaf]);
  return plate(
    brush,
    swirl +
      path('M70 92q10 -28 36 -22q30 4 26 30q-4 28 -32 26q-34 -2 -30 -34Z', sauce) +
      circle(88, 92, 8, '#ffffff44') +
      ellipse(104, 92, 15, 8, leafDark, -30) +
      ellipse(114, 100, 13, 7, leaf, 30),
  );
};

export const salad: Motif = (brush) =>
  bowl(
    brush,
    leafLight,
    ring(9, 100, 100, 44, (x, y, angle, at) =>
      ellipse(x, y, 24, 14, at % 3 === 0 ? leafDark : at % 3 === 1 ? leaf : '#a8d982', angle + 40),
    ) +
      ring(6, 100, 100, 22, (x, y, angle, at) => ellipse(x, y, 18, 11, at % 2 ? leaf : '#b7e08e', angle)) +
      ring(
        4,
        100,
        100,
        34,
        (x, y) => circle(x, y, 13, red) + circle(x - 3, y - 3, 4, '#f29079'),
        brush.range(0, 90),
      ) +
      halfEgg(100, 98, 15),
  );

export const steak: Motif = (brush) =>
  plate(
    brush,
    path('M58 92q6 -36 48 -32q42 2 42 36q0 30 -34 34q-28 4 -42 -4q-18 -10 -14 -34Z', brownDark) +
      path('M62 88q8 -28 44 -25q36 2 37 30q0 24 -30 28q-52 5 -51 -33Z', '#9a5733') +
      ['M78 74l20 44', 'M98 70l20 46', 'M118 72l14 32'].map((d) => stroke(d, brownDark, 5)).join('') +
      ellipse(72, 128, 15, 7, leafDark, -25) +
      ellipse(84, 134, 15, 7, leaf, 20) +
      circle(136, 132, 11, red) +
      rect(96, 82, 19, 15, 4, '#fbe7a1', 12),
  );

export const pizza: Motif = (brush) =>
  circle(102, 106, 86, '#1d2b2218') +
  circle(100, 100, 86, '#c98a3e') +
  circle(100, 100, 83, '#e3aa55') +
  circle(100, 100, 70, red) +
  circle(100, 100, 68, '#f8d878') +
  ring(
    6,
    100,
    100,
    44,
    (x, y) => circle(x, y, 13, redDark) + circle(x - 1, y - 1, 11, '#d9553a'),
    brush.range(0, 60),
  ) +
  circle(100, 100, 12, '#d9553a') +
  ring(5, 100, 100, 24, (x, y, angle) => ellipse(x, y, 11, 6, leaf, angle + 30), brush.range(0, 72)) +
  ring(8, 100, 100, 58, (x, y, angle) => ellipse(x, y, 5, 3.4, leafDark, angle * 2), 11) +
  ['M100 100V20', 'M100 100L170 140', 'M100 100L30 140'].map((d) => stroke(d, '#d9962c', 2.5)).join('');

export const tofu: Motif = (brush) =>
  plate(
    brush,
    ellipse(100, 104, 58, 50, brush.pick([redDark, '#c9883f', '#a5502d'])) +
      ring(
        6,
        100,
        100,
        32,
        (x, y, angle) =>
          rect(x - 16, y - 14, 32, 30, 5, '#eadfc4', angle) + rect(x - 16, y - 16, 32, 28, 5, white, angle),
      ) +
      rect(84, 84, 32, 30, 5, white, 12) +
      scallions(brush, 16, 50),
  );

export const goldenPie: Motif = (brush) =>
  plate(
    brush,
    circle(100, 101, 54, goldDark) +
      circle(100, 99, 53, '#edb95a') +
      ring(10, 100, 99, 40, (x, y, angle) => ellipse(x, y, 7, 4, '#c98a3e', angle)) +
      circle(88, 88, 18, '#f5cf80') +
      scallions(brush, 10, 42),
  );
