import {
  cream,
  gold,
  leaf,
  leafDark,
  leafLight,
  persimmon,
  red,
  steel,
  steelDark,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, groundShadow, path, rect, stroke, turned } from './shapes.ts';

export const pillBottle: Motif = (brush) => {
  const [body, dark] = brush.pick([
    [persimmon, '#cc5f20'],
    [leaf, leafDark],
    ['#3a7fa8', '#2b648a'],
  ] as const);
  const cross = (x: number, y: number, r: number) =>
    rect(x - r, y - r / 3, r * 2, (r * 2) / 3, 2, body) + rect(x - r / 3, y - r, (r * 2) / 3, r * 2, 2, body);
  return (
    groundShadow(66) +
    rect(44, 18, 88, 34, 8, '#e5e9e5') +
    [54, 68, 82, 96, 110, 122].map((x) => rect(x, 22, 4, 26, 2, '#c9d1cc')).join('') +
    rect(48, 50, 80, 122, 12, dark) +
    rect(48, 50, 68, 122, 12, body) +
    rect(48, 76, 80, 70, 0, white) +
    cross(88, 111, 22) +
    rect(136, 136, 46, 22, 11, white, -20) +
    `<g transform="rotate(-20 159 147)">${path('M159 136h12q11 0 11 11t-11 11h-12Z', red)}</g>` +
    ellipse(158, 170, 18, 7, cream)
  );
};

export const blister: Motif = (brush) => {
  const pill = brush.pick([red, gold, leafLight, '#8fb8d9']);
  return (
    groundShadow(66) +
    rect(70, 34, 112, 100, 8, white, 8) +
    rect(76, 42, 100, 26, 4, pill, 8) +
    turned(
      -8,
      rect(18, 62, 132, 104, 12, steelDark),
      rect(18, 60, 132, 100, 12, '#dfe5e2'),
      [0, 1, 2]
        .map((row) =>
          [0, 1, 2, 3]
            .map(
              (col) =>
                ellipse(38 + col * 30, 80 + row * 30, 12, 9, steel) +
                ellipse(38 + col * 30, 78 + row * 30, 10, 7, pill) +
                ellipse(35 + col * 30, 76 + row * 30, 3.4, 2, '#ffffffaa'),
            )
            .join(''),
        )
        .join(''),
    )
  );
};

export const syrup: Motif = () =>
  groundShadow(60) +
  rect(60, 16, 44, 24, 6, white) +
  path('M64 40H100V56Q124 64 124 88V160Q124 172 112 172H52Q40 172 40 160V88Q40 64 64 56Z', '#7a3f22') +
  rect(40, 96, 84, 54, 0, cream) +
  path('M82 104q16 20 0 36q-16 -16 0 -36Z', leaf) +
  rect(48, 74, 8, 18, 4, '#ffffff55') +
  path('M128 130H182Q180 166 155 166Q130 166 128 130Z', '#d9e4e2') +
  path('M131 142H179Q174 162 155 162Q136 162 131 142Z', '#b5482f');

export const bandage: Motif = () =>
  turned(
    -34,
    rect(14, 68, 172, 64, 32, '#d9a06b') +
      rect(14, 66, 172, 60, 30, '#eec095') +
      rect(66, 66, 68, 60, 6, '#f9e2c4') +
      [
        [84, 82],
        [100, 82],
        [116, 82],
        [84, 96],
        [100, 96],
        [116, 96],
        [84, 110],
        [100, 110],
        [116, 110],
        [36, 88],
        [48, 104],
        [152, 88],
        [164, 104],
      ]
        .map(([x, y]) => circle(x ?? 0, y ?? 0, 3, '#d9a06b'))
        .join(''),
  );

export const mask: Motif = (brush) => {
  const body = brush.pick(['#9cc9dc', '#f4f2ea', '#a9d3b5']);
  return (
    groundShadow(60, 100, 160) +
    stroke('M36 78Q0 84 12 112Q22 132 46 124', steelDark, 5) +
    stroke('M164 78Q200 84 188 112Q178 132 154 124', steelDark, 5) +
    path('M34 66Q100 40 166 66V122Q140 154 100 156Q60 154 34 122Z', '#6fa3ba') +
    path('M34 66Q100 40 166 66V116Q140 148 100 150Q60 148 34 116Z', body) +
    [82, 100, 118].map((y) => stroke(`M44 ${y}Q100 ${y + 12} 156 ${y}`, '#00000022', 4)).join('') +
    stroke('M78 62Q100 55 122 62', steelDark, 4)
  );
};

export const thermometer: Motif = () =>
  turned(
    38,
    rect(78, 10, 44, 146, 22, '#e3e9e6') +
      rect(82, 12, 34, 140, 17, white) +
      circle(100, 158, 27, '#d5ddd8') +
      circle(100, 158, 20, red) +
      rect(94, 70, 12, 80, 6, red) +
      [40, 56, 72, 88, 104].map((y) => stroke(`M106 ${y}h9`, steelDark, 3)).join('') +
      circle(93, 152, 5, '#f6a28c'),
  );
