import { leaf, leafDark, leafLight, red, redDark, type Motif } from './brush.ts';
import { circle, ellipse, group, groundShadow, path, rect, ring, stroke, turned } from './shapes.ts';
import { leafAt } from './leaf-at.ts';

export const bokChoy: Motif = (brush) => {
  const head = (dx: number, angle: number, scale: number) =>
    group(
      `translate(${dx} 0) rotate(${angle} 100 150) translate(${100 - 100 * scale} ${170 - 170 * scale}) scale(${scale})`,
      path('M100 172Q60 168 66 120Q34 92 54 54Q78 34 96 70L100 172Z', leafDark),
      path('M100 172Q140 168 134 120Q166 92 146 54Q122 34 104 70Z', leaf),
      path('M100 40Q132 62 118 110L112 168H88L82 110Q68 62 100 40Z', leafLight),
      path('M100 74Q108 120 116 172H84Q92 120 100 74Z', '#f2f6df'),
      path('M84 172Q74 140 76 118Q92 140 92 172ZM116 172Q126 140 124 118Q108 140 108 172Z', '#dfe9c2'),
    );
  return groundShadow(58) + head(-28, -14, 0.82) + head(28, 12, brush.range(0.76, 0.84)) + head(0, 0, 0.95);
};

export const cabbage: Motif = () =>
  groundShadow(60) +
  circle(100, 106, 66, leafDark) +
  path('M38 92Q60 40 104 46Q86 96 92 168Q36 156 38 92Z', leaf) +
  path('M162 96Q146 44 104 46Q124 100 104 170Q166 158 162 96Z', '#6bbb6f') +
  path('M64 96Q82 58 116 62Q144 82 134 130Q112 160 84 148Q62 128 64 96Z', leafLight) +
  ['M104 48Q88 100 96 166', 'M98 104Q76 96 62 78', 'M99 120Q124 108 138 82', 'M97 140Q76 136 60 122']
    .map((d) => stroke(d, '#e8f2cd', 4))
    .join('');

export const tomato: Motif = () => {
  const one = (x: number, y: number, r: number) =>
    ellipse(x, y + 3, r, r * 0.92, redDark) +
    ellipse(x, y, r, r * 0.9, '#e4543a') +
    ellipse(x - r * 0.35, y - r * 0.35, r * 0.22, r * 0.14, '#f6a28c', -30) +
    ring(5, x, y - r * 0.68, r * 0.24, (px, py, angle) =>
      ellipse(px, py, r * 0.26, r * 0.09, leafDark, angle),
    );
  return groundShadow(70) + one(68, 124, 44) + one(136, 128, 40) + one(102, 80, 40);
};

export const carrot: Motif = () => {
  const one = (angle: number, dx: number) =>
    group(
      `translate(${dx} 0) rotate(${angle} 100 120)`,
      leafAt(100, 62, -120),
      leafAt(100, 62, -75, leafDark),
      leafAt(100, 62, -40),
      path('M78 64Q100 50 122 64Q122 120 100 176Q78 120 78 64Z', '#d9682a'),
      path('M80 64Q98 54 114 62Q114 116 98 168Q80 116 80 64Z', '#f08a3c'),
      stroke('M84 86h14', '#d9682a', 4),
      stroke('M104 106h10', '#d9682a', 4),
      stroke('M88 126h10', '#d9682a', 4),
    );
  return groundShadow(60) + one(-20, -22) + one(20, 24) + one(0, 0);
};

export const potato: Motif = () => {
  const one = (x: number, y: number, rx: number, ry: number, angle: number) =>
    ellipse(x, y + 3, rx, ry, '#b08447', angle) +
    ellipse(x, y, rx, ry, '#d6ab69', angle) +
    [
      [-16, -8],
      [10, 4],
      [-4, 12],
      [20, -10],
    ]
      .map(([dx, dy]) => ellipse(x + (dx ?? 0), y + (dy ?? 0), 3.6, 2, '#a97b3f', angle))
      .join('') +
    ellipse(x - rx * 0.3, y - ry * 0.5, rx * 0.3, ry * 0.14, '#e9c890', angle);
  return groundShadow(72) + one(66, 132, 44, 34, -10) + one(138, 134, 40, 32, 14) + one(102, 92, 46, 34, 6);
};

export const corn: Motif = () =>
  turned(
    24,
    path('M66 108Q64 30 100 20Q136 30 134 108Q128 160 100 166Q72 160 66 108Z', '#e2a32e') +
      [0, 1, 2, 3, 4, 5, 6, 7, 8]
        .map((row) =>
          [0, 1, 2, 3]
            .map((col) =>
              rect(72 + col * 14.5, 36 + row * 13, 12, 11, 5, (row + col) % 2 ? '#f7cf5b' : '#fadb7d'),
            )
            .join(''),
        )
        .join('') +
      path('M52 86Q64 150 100 184Q72 188 54 160Q40 128 52 86Z', leafDark) +
      path('M148 86Q136 150 100 184Q128 188 146 160Q160 128 148 86Z', leaf),
  );

export const mushroom: Motif = (brush) => {
  const cap = brush.pick(['#9a6a41', '#c9a06b', '#7c5233']);
  const one = (x: number, y: number, s: number) =>
    group(
      `translate(${x} ${y}) scale(${s})`,
      path('M-20 0Q-14 34 -24 62Q0 74 24 62Q14 34 20 0Z', '#f3e6cc'),
      path('M8 0Q8 34 12 68Q20 66 24 62Q14 34 20 0Z', '#e0cfa9'),
      path('M-58 6Q-52 -56 0 -58Q52 -56 58 6Q0 22 -58 6Z', cap),
      ellipse(-18, -32, 12, 7, '#ffffff44', -24),
      ellipse(18, -20, 7, 4, '#ffffff33', 20),
    );
  return groundShadow(66) + one(62, 122, 0.68) + one(144, 124, 0.64) + one(100, 96, 1);
};

export const chilli: Motif = (brush) => {
  const [body, light] = brush.pick([
    [red, '#ee7a5c'],
    [leafDark, leafLight],
  ] as const);
  const one = (dx: number, angle: number) =>
    group(
      `translate(${dx} 0) rotate(${angle} 100 60)`,
      path('M84 52Q100 42 116 52Q124 116 92 172Q98 120 84 52Z', body),
      stroke('M96 66q6 34 2 64', light, 5),
      path('M82 54Q100 36 118 54Q108 62 100 58Q92 62 82 54Z', leaf),
      stroke('M100 48q-2 -16 8 -24', leafDark, 7),
    );
  return groundShadow(56) + one(-36, 12) + one(4, 0) + one(42, -12);
};

export const cucumber: Motif = () =>
  turned(
    -32,
    rect(26, 54, 150, 40, 20, leafDark) +
      rect(28, 54, 144, 30, 15, '#4f9d57') +
      [48, 74, 100, 126, 152].map((x) => circle(x, 68, 3, leafLight)).join('') +
      rect(26, 108, 100, 40, 20, leafDark) +
      rect(28, 108, 96, 30, 15, '#4f9d57'),
  ) +
  [
    [136, 138],
    [164, 116],
  ]
    .map(
      ([x, y]) =>
        circle(x ?? 0, y ?? 0, 25, leafDark) +
        circle(x ?? 0, y ?? 0, 21, '#dcefb9') +
        ring(6, x ?? 0, y ?? 0, 10, (px, py, angle) => ellipse(px, py, 4.4, 2.4, '#b5d98d', angle)),
    )
    .join('');
