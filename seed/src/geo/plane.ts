import type { LonLat } from '../town.ts';

/** Metres east and north of a town's origin. */
export type Point = readonly [x: number, y: number];

export type Projection = { toLonLat: (point: Point) => LonLat; toPoint: (lonLat: LonLat) => Point };

const metersPerDegree = 111_194.9266;

/** Local flat metres around an origin; good to about 0.1 % over a town. Longitude and latitude keep 7 digits. */
export function projectionAt(origin: LonLat): Projection {
  const shrink = Math.cos((origin[1] * Math.PI) / 180);
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return {
    toLonLat: ([x, y]) => [
      round(origin[0] + x / (metersPerDegree * shrink)),
      round(origin[1] + y / metersPerDegree),
    ],
    toPoint: ([lon, lat]) => [
      (lon - origin[0]) * metersPerDegree * shrink,
      (lat - origin[1]) * metersPerDegree,
    ],
  };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Metres along a line of longitudes and latitudes, on the sphere. */
export function lineMeters(line: readonly LonLat[]): number {
  let sum = 0;
  for (let at = 1; at < line.length; at += 1) {
    const [from, to] = [line[at - 1], line[at]];
    if (from === undefined || to === undefined) continue;
    const shrink = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180);
    sum += Math.hypot((to[0] - from[0]) * shrink, to[1] - from[1]) * metersPerDegree;
  }
  return Math.round(sum * 100) / 100;
}

/** Distance of a point to a segment, in the plane's unit. */
export function distanceToSegment(point: Point, start: Point, end: Point): number {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square;
  const at = Math.min(1, Math.max(0, share));
  return distance(point, [start[0] + dx * at, start[1] + dy * at]);
}
