import {
  brown,
  brownDark,
  cream,
  gold,
  goldDark,
  leaf,
  leafLight,
  red,
  redDark,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, group, groundShadow, path, rect, stroke } from './shapes.ts';

export const burger: Motif = () =>
  groundShadow(70) +
  rect(34, 138, 132, 34, 17, goldDark) +
  rect(34, 134, 132, 30, 15, '#e3a24b') +
  path('M28 124q12 -12 24 0t24 0t24 0t24 0t24 0t24 0v14H28Z', leaf) +
  rect(32, 104, 136, 24, 12, brownDark) +
  rect(32, 102, 136, 20, 10, brown) +
  path('M36 98h128l-26 22l-16 -16l-20 18l-18 -16l-20 12Z', gold) +
  path('M34 96Q36 36 100 36Q164 36 166 96Z', goldDark) +
  path('M36 92Q40 40 100 40Q160 40 164 92Z', '#ecb05a') +
  [
    [74, 64],
    [100, 56],
    [126, 66],
    [88, 78],
    [114, 80],
    [140, 82],
    [60, 82],
  ]
    .map(([x, y]) => ellipse(x ?? 0, y ?? 0, 5, 3, cream, -25))
    .join('');

export const fries: Motif = (brush) => {
  const sticks = [48, 62, 76, 90, 104, 118, 132, 144]
    .map((x, at) => rect(x, brush.range(26, 52), 12, 92, 3, at % 2 ? '#f7d06a' : gold, (at - 3.5) * 3))
    .join('');
  return (
    groundShadow(56) +
    sticks +
    path('M38 84q62 26 124 0l-12 88H50Z', redDark) +
    path('M38 80q62 28 124 0l-12 90H50Z', red) +
    circle(100, 134, 19, white) +
    path('M88 138q12 -26 24 0Z', gold)
  );
};

export const friedChicken: Motif = (brush) => {
  const leg = (angle: number, dx: number) =>
    group(
      `translate(${dx} 0) rotate(${angle} 100 100)`,
      stroke('M100 120V168', '#fffdf8', 15),
      circle(92, 171, 10, '#fffdf8'),
      circle(108, 171, 10, '#fffdf8'),
      stroke('M104 128V166', '#e2d4b8', 4),
      path('M100 34q42 4 42 52q0 36 -42 44q-42 -8 -42 -44q0 -48 42 -52Z', '#b06a26'),
      path('M98 38q36 4 36 46q0 30 -36 38q-34 -8 -34 -40q0 -40 34 -44Z', '#d98d3d'),
      ...[
        [84, 64],
        [104, 82],
        [86, 98],
        [112, 58],
      ].map(([x, y]) => ellipse(x ?? 0, y ?? 0, 8, 4, '#efb566', brush.range(-40, 40))),
    );
  return groundShadow(66) + leg(-24, -26) + leg(22, 26);
};

export const sushi: Motif = (brush) => {
  const fish = brush.pick(['#f28a5c', '#e86a55', '#f7b65c']);
  const nigiri = (x: number, y: number) =>
    rect(x - 30, y - 4, 60, 30, 14, '#efe6d0') +
    rect(x - 29, y - 6, 58, 26, 13, white) +
    path(`M${x - 36} ${y + 2}q6 -30 36 -28q30 -2 36 28q-36 -14 -72 0Z`, fish) +
    [-14, 2, 18].map((at) => stroke(`M${x + at} ${y - 21}l-5 14`, '#ffe3cf', 3)).join('');
  const roll = (x: number, y: number) =>
    circle(x, y + 3, 27, '#18241d') +
    circle(x, y, 26, '#2b3a31') +
    circle(x, y, 20, white) +
    circle(x - 4, y, 8, fish) +
    circle(x + 7, y + 3, 6, leaf) +
    circle(x + 4, y - 7, 4, gold);
  return (
    rect(12, 46, 176, 112, 12, '#1d2b2218') +
    rect(12, 40, 176, 112, 12, '#8a5f3a') +
    rect(12, 40, 176, 104, 12, '#b07f4f') +
    nigiri(58, 80) +
    nigiri(138, 80) +
    roll(52, 122) +
    roll(104, 122) +
    ellipse(152, 122, 18, 10, leafLight, -20) +
    ellipse(152, 120, 14, 7, leaf, -20)
  );
};
