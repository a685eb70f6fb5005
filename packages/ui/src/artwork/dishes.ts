import {
  brown,
  brownDark,
  cream,
  gold,
  leaf,
  leafDark,
  persimmon,
  red,
  redDark,
  steelDark,
  white,
  type Motif,
} from './brush.ts';
import { circle, ellipse, path, rect, ring, stroke } from './shapes.ts';
import { bowl, plate, halfEgg, scallions, greens } from './vessels.ts';

export const noodles: Motif = (brush) => {
  const broth = brush.pick(['#d98d3d', '#c8642f', '#e9c487', '#b97b3c']);
  const strand = ['#f7dc93', '#efc96f'];
  let swirl = '';
  for (let at = 0; at < 7; at += 1) {
    const y = 62 + at * 12;
    const bend = brush.range(-9, 9);
    const half = Math.sqrt(Math.max(0, 60 ** 2 - (y - 100) ** 2));
    swirl += stroke(
      `M${100 - half} ${y}C${100 - half / 2} ${y + 12 + bend} ${100 + half / 2} ${y - 12 + bend} ${100 + half} ${y}`,
      strand[at % 2] ?? gold,
      7,
    );
  }
  const meat = ring(
    3,
    74,
    78,
    13,
    (x, y) => ellipse(x, y, 17, 12, brown, 25) + ellipse(x - 1, y - 2, 12, 7, '#b0703f', 25),
    brush.range(0, 90),
  );
  return (
    bowl(brush, broth, swirl + meat + halfEgg(130, 76, 20) + greens(78, 128, -15) + scallions(brush, 9, 44)) +
    chopsticks()
  );
};

function chopsticks(): string {
  return stroke('M176 26L122 112', brownDark, 6) + stroke('M190 36L130 118', brown, 6);
}

export const soup: Motif = (brush) => {
  const broth = brush.pick(['#e9cf94', '#d9622f', '#f3e3b8', '#c98a3e']);
  const bits = ring(
    5,
    100,
    102,
    34,
    (x, y, angle, at) =>
      at % 2 === 0
        ? rect(x - 11, y - 11, 22, 22, 5, white, angle)
        : ellipse(x, y, 16, 11, at === 1 ? red : '#e8a24b', angle),
    brush.range(0, 360),
  );
  return bowl(brush, broth, circle(84, 84, 30, '#ffffff22') + bits + scallions(brush, 12, 56));
};

export const congee: Motif = (brush) =>
  bowl(
    brush,
    '#fbf3df',
    ring(11, 100, 100, 46, (x, y, angle) => ellipse(x, y, 6, 3.4, '#efe1bf', angle * 1.7)) +
      ellipse(88, 92, 22, 13, '#d9a679', -20) +
      ellipse(84, 89, 12, 6, '#e9c39f', -20) +
      halfEgg(122, 112, 30) +
      scallions(brush, 8, 50),
  );

export const riceBowl: Motif = (brush) => {
  const topping = brush.pick([brown, red, '#c98a3e', '#a8532d']);
  const grains = ring(16, 100, 100, 54, (x, y, angle) => ellipse(x, y, 6, 3.2, '#efe4cb', angle * 2.3));
  const slices = [0, 1, 2, 3]
    .map((at) => rect(56 + at * 13, 70 + at * 3, 20, 48, 9, at % 2 === 0 ? topping : shadeOf(topping), 14))
    .join('');
  return bowl(
    brush,
    '#fffaf0',
    grains + slices + halfEgg(126, 78, -20) + greens(124, 124, 30) + scallions(brush, 5, 40),
  );
};

function shadeOf(color: string): string {
  return color === red ? redDark : brownDark;
}

export const friedRice: Motif = (brush) => {
  let grains = '';
  for (let at = 0; at < 60; at += 1) {
    const angle = brush.range(0, 6.28);
    const far = Math.sqrt(brush.range(0, 1)) * 48;
    const color = ['#fbe6ae', '#f3d483', '#fff3cf', leaf, persimmon, '#fbe6ae', '#e3a15e'][at % 7] ?? cream;
    grains += ellipse(
      100 + far * Math.cos(angle),
      100 + far * Math.sin(angle),
      at % 7 > 2 && at % 7 < 5 ? 5 : 7.5,
      4,
      color,
      at * 37,
    );
  }
  return plate(brush, circle(100, 100, 54, '#eec871') + grains);
};

export const stirFry: Motif = (brush) => {
  const [main, second] = brush.pick([
    [red, '#c07a3e'],
    [leaf, '#c98a4b'],
    ['#b5622f', persimmon],
    [gold, red],
    ['#a35a31', leaf],
  ] as const);
  let pieces = '';
  for (let at = 0; at < 15; at += 1) {
    const angle = at * 2.4;
    const far = Math.sqrt((at + 0.5) / 15) * 44;
    const [x, y] = [100 + far * Math.cos(angle), 100 + far * Math.sin(angle)];
    pieces +=
      rect(x - 14, y - 9, 28, 18, 8, at % 3 === 1 ? second : main, brush.range(-70, 70)) +
      ellipse(x - 3, y - 3, 6, 2.6, '#ffffff55', brush.range(-40, 40));
  }
  const chillies = ring(
    3,
    100,
    100,
    30,
    (x, y) => stroke(`M${x - 9} ${y}q9 -9 18 0`, redDark, 5) + circle(x + 9, y, 2.6, leafDark),
    brush.range(0, 360),
  );
  return plate(brush, ellipse(100, 102, 58, 54, '#c9883f55') + pieces + chillies + scallions(brush, 9, 50));
};

export const hotpot: Motif = (brush) => {
  const bits = (cx: number, cy: number) =>
    ring(
      4,
      cx,
      cy,
      20,
      (x, y, angle, at) =>
        at % 2 === 0
          ? ellipse(x, y, 11, 8, at === 0 ? '#d89a6a' : white, angle)
          : circle(x, y, 6, at === 1 ? leaf : redDark),
      brush.range(0, 360),
    );
  return (
    circle(102, 106, 88, '#1d2b2218') +
    rect(2, 86, 28, 28, 10, steelDark) +
    rect(170, 86, 28, 28, 10, steelDark) +
    circle(100, 100, 86, '#59635f') +
    circle(100, 99, 80, '#89958f') +
    circle(100, 100, 71, '#f4e3b4') +
    path('M100 29A71 71 0 0 0 100 171A35.5 35.5 0 0 0 100 100A35.5 35.5 0 0 1 100 29Z', '#c93f26') +
    stroke('M100 29A35.5 35.5 0 0 0 100 100A35.5 35.5 0 0 1 100 171', '#89958f', 7) +
    bits(66, 112) +
    bits(134, 88) +
    scallions(brush, 10, 58) +
    ring(5, 62, 100, 26, (x, y) => circle(x, y, 3.4, '#f08a3c'), 20)
  );
};
