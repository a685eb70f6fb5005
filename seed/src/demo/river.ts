import type { Point } from '../geo/plane.ts';

/** The river 邻水 runs west to east; everything about it is a function of x in metres. */
export const river = {
  /** Middle of the stream. */
  y: (x: number): number => 150 + 170 * Math.sin(x / 640 + 0.4) + 75 * Math.sin(x / 310 + 2),
  /** Water from bank to bank. */
  width: (x: number): number => 58 + 16 * Math.sin(x / 430 + 1),
  /** Rise of the stream per metre east. */
  slope: (x: number): number => (170 / 640) * Math.cos(x / 640 + 0.4) + (75 / 310) * Math.cos(x / 310 + 2),
};

/** How far beside the water the riverside streets run. */
export const bankMargin = 20;

/** Metres from the middle of the stream, positive on the north side. */
export function riverSide([x, y]: Point): number {
  return (y - river.y(x)) / Math.hypot(1, river.slope(x));
}

/** A point beside the stream at x: `offset` metres from its middle, positive north. */
export function besideRiver(x: number, offset: number): Point {
  const slope = river.slope(x);
  const length = Math.hypot(1, slope);
  return [x - (slope / length) * offset, river.y(x) + offset / length];
}

/** Where the riverside street runs at x; `side` 1 is the north bank. */
export function bankPoint(x: number, side: 1 | -1): Point {
  return besideRiver(x, side * (river.width(x) / 2 + bankMargin));
}

/** The water from x to x as an open ring. */
export function riverRing(fromX: number, toX: number): Point[] {
  const [south, north]: [Point[], Point[]] = [[], []];
  for (let x = fromX; x <= toX; x += 40) {
    south.push(besideRiver(x, -river.width(x) / 2));
    north.push(besideRiver(x, river.width(x) / 2));
  }
  return [...south, ...north.reverse()];
}
