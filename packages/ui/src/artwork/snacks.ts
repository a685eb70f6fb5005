import { gold, leaf, leafDark, leafLight, persimmon, red, type Motif } from './brush.ts';
import { circle, ellipse, group, groundShadow, path, rect, ring, stroke, turned } from './shapes.ts';
import { plate } from './vessels.ts';

export const dumplings: Motif = (brush) => {
  const skin = brush.pick([
    ['#fbf1d9', '#e8d6ac'],
    ['#f5d58e', '#dba956'],
  ] as const);
  const one = (x: number, y: number, angle: number) =>
    group(
      `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(0)})`,
      path('M-26 8Q-24 -20 0 -20Q24 -20 26 8Q0 20 -26 8Z', skin[1]),
      path('M-24 6Q-20 -16 0 -16Q20 -16 24 6Q0 15 -24 6Z', skin[0]),
      ...[-12, -4, 4, 12].map((at) => stroke(`M${at} -16q2 6 0 10`, skin[1], 3)),
    );
  return plate(
    brush,
    ring(6, 100, 100, 38, (x, y, angle) => one(x, y, angle + 90), brush.range(0, 60)) +
      circle(100, 100, 15, '#3b2417') +
      circle(100, 100, 12, '#5a3521') +
      circle(96, 97, 3, leafLight),
  );
};

export const buns: Motif = (brush) => {
  const bun = (x: number, y: number) =>
    circle(x, y + 3, 29, '#e4d6b4') +
    circle(x, y, 28, '#fdf7e8') +
    ring(8, x, y, 14, (px, py) =>
      stroke(`M${x} ${y}Q${(px + x) / 2 + 3} ${(py + y) / 2} ${px} ${py}`, '#e0d0aa', 2.6),
    ) +
    circle(x, y, 4.5, '#e0d0aa');
  return (
    circle(102, 106, 88, '#1d2b2218') +
    circle(100, 100, 87, '#a87945') +
    circle(100, 99, 84, '#cf9d60') +
    circle(100, 100, 74, '#a87945') +
    circle(100, 101, 72, '#ead2a1') +
    [-44, -22, 0, 22, 44]
      .map((dx) =>
        stroke(
          `M${100 + dx} ${100 - Math.sqrt(70 ** 2 - dx ** 2) + 4}V${100 + Math.sqrt(70 ** 2 - dx ** 2) - 4}`,
          '#d9bb83',
          3,
        ),
      )
      .join('') +
    ring(4, 100, 100, 37, bun, brush.range(0, 90))
  );
};

export const skewers: Motif = (brush) => {
  const [meat, char] = brush.pick([
    ['#b5622f', '#8a4420'],
    ['#c9743a', '#9a5127'],
    ['#d98d3d', '#b36c25'],
  ] as const);
  const stick = (x: number, at: number) =>
    stroke(`M${x} 20V184`, '#d8b57a', 5) +
    [0, 1, 2, 3]
      .map((row) =>
        (row + at) % 4 === 3
          ? rect(x - 14, 32 + row * 29, 28, 22, 9, [leaf, red, gold][at % 3] ?? leaf)
          : rect(x - 16, 30 + row * 29, 32, 26, 10, char) +
            rect(x - 15, 29 + row * 29, 29, 21, 9, meat) +
            ellipse(x - 4, 35 + row * 29, 6, 2.6, '#ffffff55'),
      )
      .join('');
  return (
    rect(14, 40, 172, 120, 16, '#1d2b2218') +
    rect(12, 34, 176, 122, 16, '#59463a') +
    rect(20, 42, 160, 106, 12, '#735b4c') +
    turned(8, stick(52, 0), stick(100, 1), stick(148, 2)) +
    ring(14, 100, 96, 60, (x, y) => circle(x, y, 2, gold), 9)
  );
};

export const doughSticks: Motif = () =>
  groundShadow(66) +
  [-16, 6, 28]
    .map((dx, at) =>
      group(
        `translate(${dx} ${at * 4}) rotate(24 100 100)`,
        rect(82, 22, 20, 146, 10, '#b9782c'),
        rect(98, 22, 20, 146, 10, '#c98632'),
        rect(84, 20, 16, 142, 8, '#e3a84e'),
        rect(100, 20, 15, 142, 8, '#efbd66'),
      ),
    )
    .join('');

export const wrap: Motif = (brush) =>
  groundShadow(58) +
  turned(
    18,
    rect(62, 20, 76, 150, 34, '#d8a55c'),
    rect(66, 22, 66, 140, 30, '#f1cd8c'),
    ellipse(100, 38, 32, 18, '#b98344'),
    ellipse(88, 34, 12, 9, leaf),
    ellipse(108, 32, 13, 9, red),
    ellipse(101, 44, 12, 7, '#c9743a'),
    path('M58 96h84v68q0 14 -14 14H72q-14 0 -14 -14Z', brush.pick([leafDark, persimmon, '#3f7f8c'])),
    path('M58 96h84v12H58Z', '#ffffff33'),
    [
      [78, 66],
      [112, 76],
      [92, 82],
    ]
      .map(([x, y]) => ellipse(x ?? 0, y ?? 0, 7, 4, '#d8a55c'))
      .join(''),
  );

export const sandwich: Motif = () =>
  groundShadow(70) +
  path('M24 120L100 44L176 120Z', '#d9a257') +
  path('M34 116L100 50L166 116Z', '#f9e5b8') +
  path('M20 120q13 14 26 0t26 0t26 0t26 0t26 0t26 0v14H20Z', leaf) +
  rect(24, 130, 152, 12, 6, red) +
  rect(24, 140, 152, 10, 4, gold) +
  rect(22, 149, 156, 22, 9, '#d9a257') +
  rect(26, 149, 148, 15, 7, '#f9e5b8');
