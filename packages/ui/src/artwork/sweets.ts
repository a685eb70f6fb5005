import { brown, brownDark, cream, gold, leaf, persimmon, red, white, type Motif } from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, turned } from './shapes.ts';

export const pancake: Motif = () =>
  groundShadow(70) +
  ellipse(100, 158, 86, 15, '#e2d9c4') +
  ellipse(100, 154, 86, 14, white) +
  [140, 122, 104, 86]
    .map((y) => ellipse(100, y + 5, 64, 17, '#b9762f') + ellipse(100, y, 64, 16, '#e3aa5e'))
    .join('') +
  path(
    'M50 82Q70 68 100 70Q144 70 152 84Q150 98 140 96Q138 122 130 122Q122 120 124 98Q104 104 86 98Q84 112 78 112Q72 110 72 94Q52 92 50 82Z',
    '#b9661f',
  ) +
  rect(84, 58, 32, 22, 5, '#f9df86', -6);

export const chocolate: Motif = (brush) => {
  const wrapper = brush.pick([red, persimmon, '#3a5a78', leaf]);
  return (
    groundShadow(50) +
    turned(
      -12,
      rect(54, 18, 92, 100, 6, brownDark),
      [0, 1, 2]
        .map((row) =>
          [0, 1]
            .map(
              (col) =>
                rect(60 + col * 42, 24 + row * 30, 38, 26, 4, brown) +
                rect(64 + col * 42, 27 + row * 30, 26, 5, 2.5, '#ffffff22'),
            )
            .join(''),
        )
        .join(''),
      path('M50 92L66 82L82 92L98 82L114 92L130 82L150 92V168Q150 176 142 176H58Q50 176 50 168Z', wrapper),
      path(
        'M50 92L66 82L82 92L98 82L114 92L130 82L150 92V104L130 94L114 104L98 94L82 104L66 94L50 104Z',
        '#dfe5e2',
      ),
      rect(66, 126, 68, 24, 6, cream),
    )
  );
};

export const snackBag: Motif = (brush) => {
  const [body, dark] = brush.pick([
    [red, '#b23424'],
    [gold, '#d9962c'],
    [leaf, '#2c7a45'],
    ['#4c86b8', '#366a97'],
    [persimmon, '#cc5f20'],
  ] as const);
  return (
    groundShadow(54) +
    path('M44 30H156Q148 100 158 168H42Q52 100 44 30Z', dark) +
    path('M44 30H146Q138 100 146 168H42Q52 100 44 30Z', body) +
    path(
      'M42 20L50 30L58 20L66 30L74 20L82 30L90 20L98 30L106 20L114 30L122 20L130 30L138 20L146 30L158 20V40H42Z',
      dark,
    ) +
    rect(42, 160, 116, 12, 2, dark) +
    circle(98, 98, 34, cream) +
    ring(
      5,
      98,
      98,
      15,
      (x, y, angle) =>
        ellipse(x, y, 15, 10, gold, angle + 50) + ellipse(x - 1, y - 1, 10, 5, '#f9d987', angle + 50),
    ) +
    rect(62, 54, 74, 13, 6.5, white)
  );
};

export const candyJar: Motif = () =>
  groundShadow(52) +
  rect(64, 22, 72, 26, 8, persimmon) +
  path('M58 48H142Q158 62 158 82V158Q158 172 144 172H56Q42 172 42 158V82Q42 62 58 48Z', '#ffffffb8') +
  [
    [64, 152, red],
    [90, 154, gold],
    [116, 152, leaf],
    [140, 150, '#4c86b8'],
    [76, 128, persimmon],
    [104, 130, '#d98aa0'],
    [130, 126, gold],
    [60, 108, leaf],
    [90, 106, '#4c86b8'],
    [118, 104, red],
    [142, 104, '#d98aa0'],
  ]
    .map(
      ([x, y, color]) =>
        circle(Number(x), Number(y), 13, String(color)) +
        circle(Number(x) - 4, Number(y) - 4, 3.4, '#ffffff88'),
    )
    .join('') +
  rect(54, 72, 8, 74, 4, '#ffffffaa');
