import { distance, type Point } from './plane.ts';

/** Signed area of an open ring in square units; positive when counter-clockwise. */
export function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach((point, at) => {
    const next = ring[(at + 1) % ring.length] ?? point;
    sum += point[0] * next[1] - next[0] * point[1];
  });
  return sum / 2;
}

/** Area centroid; the mean of the points when the ring has no area. */
export function centroid(ring: readonly Point[]): Point {
  const area = signedArea(ring);
  let [x, y] = [0, 0];
  if (Math.abs(area) < 1e-9) {
    for (const point of ring) [x, y] = [x + point[0] / ring.length, y + point[1] / ring.length];
    return [x, y];
  }
  ring.forEach((point, at) => {
    const next = ring[(at + 1) % ring.length] ?? point;
    const cross = point[0] * next[1] - next[0] * point[1];
    x += (point[0] + next[0]) * cross;
    y += (point[1] + next[1]) * cross;
  });
  return [x / (6 * area), y / (6 * area)];
}

/** Whether a point lies in an open or closed ring (even-odd). */
export function contains(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  ring.forEach((point, at) => {
    const before = ring[(at + ring.length - 1) % ring.length] ?? point;
    if (point[1] > y !== before[1] > y) {
      const crossing = ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]) + point[0];
      if (x < crossing) inside = !inside;
    }
  });
  return inside;
}

/**
 * Moves every side of a counter-clockwise ring inward by `margin`; corners are the crossings of the moved
 * sides. Good for convex-like blocks; returns `undefined` when nothing sensible is left.
 */
export function inset(ring: readonly Point[], margin: number): Point[] | undefined {
  const corners = ring.filter((point, at) => distance(point, ring[(at + 1) % ring.length] ?? point) > 0.5);
  if (corners.length < 3) return undefined;
  const sides = corners.map((start, at): [Point, Point] => {
    const end = corners[(at + 1) % corners.length] ?? start;
    const length = distance(start, end);
    const [nx, ny] = [-(end[1] - start[1]) / length, (end[0] - start[0]) / length];
    return [
      [start[0] + nx * margin, start[1] + ny * margin],
      [end[0] + nx * margin, end[1] + ny * margin],
    ];
  });
  const moved = sides.map((side, at) =>
    crossing(sides[(at + sides.length - 1) % sides.length] ?? side, side),
  );
  // A ring that is too thin turns inside out: its sides run backwards.
  const along = moved.reduce((sum, point, at) => {
    const next = moved[(at + 1) % moved.length] ?? point;
    const [start, end] = sides[at] ?? [point, next];
    return sum + (next[0] - point[0]) * (end[0] - start[0]) + (next[1] - point[1]) * (end[1] - start[1]);
  }, 0);
  const area = signedArea(moved);
  return along > 0 && area > 100 && area < signedArea(corners) ? moved : undefined;
}

function crossing([a, b]: [Point, Point], [c, d]: [Point, Point]): Point {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  const scale = Math.hypot(rx, ry) * Math.hypot(sx, sy);
  if (Math.abs(cross) < scale * 0.15) return [(b[0] + c[0]) / 2, (b[1] + c[1]) / 2];
  const share = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  return [a[0] + rx * share, a[1] + ry * share];
}

/** Convex hull, counter-clockwise, open. Source: Andrew's monotone chain. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      for (;;) {
        const [a, b] = [chain.at(-2), chain.at(-1)];
        if (a === undefined || b === undefined) break;
        if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

/** The part of a convex ring on the side of the line where `nx·x + ny·y ≤ limit`. */
export function clipHalfPlane(ring: readonly Point[], nx: number, ny: number, limit: number): Point[] {
  const kept: Point[] = [];
  ring.forEach((point, at) => {
    const next = ring[(at + 1) % ring.length] ?? point;
    const [here, there] = [nx * point[0] + ny * point[1] - limit, nx * next[0] + ny * next[1] - limit];
    if (here <= 0) kept.push(point);
    if (here < 0 !== there < 0 && here !== there) {
      const share = here / (here - there);
      if (share > 0 && share < 1) {
        kept.push([point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]);
      }
    }
  });
  return kept;
}

/** Whether two convex rings overlap. Source: separating axis theorem. */
export function convexOverlap(a: readonly Point[], b: readonly Point[]): boolean {
  for (const ring of [a, b]) {
    for (let at = 0; at < ring.length; at += 1) {
      const [start, end] = [ring[at], ring[(at + 1) % ring.length]];
      if (start === undefined || end === undefined) continue;
      const [nx, ny] = [end[1] - start[1], start[0] - end[0]];
      const span = (points: readonly Point[]) => {
        const along = points.map((point) => point[0] * nx + point[1] * ny);
        return [Math.min(...along), Math.max(...along)] as const;
      };
      const [[lowA, highA], [lowB, highB]] = [span(a), span(b)];
      if (highA <= lowB || highB <= lowA) return false;
    }
  }
  return true;
}
