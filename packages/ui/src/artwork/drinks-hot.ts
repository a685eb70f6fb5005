import { brown, brownDark, leaf, leafDark, persimmon, red, white, type Motif } from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, ring, stroke } from './shapes.ts';

export const milkTea: Motif = (brush) => {
  const [tea, light] = brush.pick([
    ['#c99464', '#e3bd92'],
    ['#a8693e', '#d29c6b'],
    ['#e7a3a0', '#f6cfc8'],
    ['#9fbb6a', '#cbdda0'],
    ['#8d6aa0', '#bfa2cd'],
  ] as const);
  const straw = brush.pick([persimmon, leafDark, red, '#3f7f8c']);
  return (
    groundShadow(46) +
    stroke('M112 60L124 12', straw, 9) +
    path('M50 58H150L138 160Q137 172 126 172H74Q63 172 62 160Z', '#ffffffcc') +
    path('M56 82H145L136 158Q135 166 126 166H74Q66 166 65 158Z', tea) +
    path('M56 82H145L143 98Q120 108 100 98Q78 90 57 100Z', light) +
    [
      [76, 154],
      [92, 156],
      [108, 154],
      [124, 155],
      [84, 142],
      [100, 144],
      [116, 142],
      [78, 132],
      [122, 130],
    ]
      .map(
        ([x, y]) => circle(x ?? 0, y ?? 0, 7, '#3b2417') + circle((x ?? 0) - 2, (y ?? 0) - 2, 1.8, '#8a6a55'),
      )
      .join('') +
    path('M46 60Q50 40 100 40Q150 40 154 60Z', '#eef3ee') +
    rect(42, 56, 116, 10, 5, white)
  );
};

export const coffee: Motif = (brush) => {
  const sleeve = brush.pick([leafDark, persimmon, '#3a5a78', brown]);
  return (
    groundShadow(46) +
    path('M52 50H148L138 162Q137 172 127 172H73Q63 172 62 162Z', '#efe4d0') +
    path('M110 50H148L138 162Q137 172 127 172H112Z', '#e2d3b8') +
    path('M55 84H145L140 138H60Z', sleeve) +
    circle(100, 111, 17, white) +
    ellipse(100, 111, 7.5, 11, brown, 30) +
    stroke('M96 103q7 7 7 16', white, 2.4) +
    rect(46, 40, 108, 16, 7, brownDark) +
    rect(56, 26, 88, 18, 8, brown)
  );
};

export const tea: Motif = (brush) => {
  const [body, shade] = brush.vessel;
  const liquor = brush.pick(['#b9782c', '#9fb04a', '#a34a26', '#d9a441']);
  return (
    groundShadow(66) +
    ellipse(100, 166, 74, 11, shade) +
    ellipse(100, 163, 74, 10, body) +
    stroke('M146 96Q182 92 176 122Q170 142 138 140', body, 10) +
    path('M40 86H156Q156 158 98 160Q40 158 40 86Z', shade) +
    path('M40 86H146Q146 150 94 154Q40 152 40 86Z', body) +
    ellipse(98, 86, 58, 15, shade) +
    ellipse(98, 88, 51, 11, liquor) +
    ellipse(86, 87, 13, 4, leaf, -12) +
    ['M76 60q-8 -12 0 -22t0 -22', 'M100 58q-8 -12 0 -22t0 -22', 'M124 60q-8 -12 0 -22t0 -22']
      .map((d) => stroke(d, '#ffffffaa', 6))
      .join('')
  );
};

export const juice: Motif = (brush) => {
  const [body, light, fruit] = brush.pick([
    ['#f39a3c', '#f9bd74', '#ee8a2c'],
    ['#e5533f', '#f28a76', '#d9482f'],
    ['#8fbf4b', '#b8db81', '#6d9c33'],
    ['#f2cf3f', '#f9e68d', '#e5b92c'],
  ] as const);
  return (
    groundShadow(44) +
    stroke('M92 70L76 16', white, 8) +
    path('M52 48H148L140 160Q139 172 128 172H72Q61 172 60 160Z', '#ffffffb8') +
    path('M56 70H145L138 158Q137 166 128 166H72Q63 166 63 158Z', body) +
    rect(78, 88, 26, 26, 6, '#ffffff44', 14) +
    rect(106, 112, 24, 24, 6, '#ffffff44', -12) +
    path('M56 70H145L144 80H57Z', light) +
    circle(142, 52, 27, fruit) +
    circle(142, 52, 22, '#fff5d6') +
    ring(6, 142, 52, 11, (x, y, angle) => ellipse(x, y, 9, 5, light, angle))
  );
};
