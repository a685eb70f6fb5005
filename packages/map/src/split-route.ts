import { between, distanceMeters, type LonLat } from './geometry.ts';

export type SplitRoute = {
  travelled: LonLat[];
  ahead: LonLat[];
  /** Metres left on the line. */ aheadMeters: number;
};

/**
 * Cuts a route at the point of the line nearest to `position`, so that the travelled part can be drawn faint.
 * A line of fewer than two points is all ahead.
 */
export function splitRoute(line: readonly LonLat[], position: LonLat): SplitRoute {
  let best = { index: 0, share: 0, meters: Infinity };
  for (let index = 0; index + 1 < line.length; index += 1) {
    const [start, end] = [line[index], line[index + 1]];
    if (start === undefined || end === undefined) continue;
    const share = projectedShare(start, end, position);
    const meters = distanceMeters(between(start, end, share), position);
    if (meters < best.meters) best = { index, share, meters };
  }
  const [start, end] = [line[best.index], line[best.index + 1]];
  if (start === undefined || end === undefined) return { travelled: [], ahead: [...line], aheadMeters: 0 };
  const cut = between(start, end, best.share);
  const ahead = [cut, ...line.slice(best.index + 1)];
  return { travelled: [...line.slice(0, best.index + 1), cut], ahead, aheadMeters: lengthMeters(ahead) };
}

/** Length of a line in metres. */
export function lengthMeters(line: readonly LonLat[]): number {
  return line.reduce((sum, point, index) => sum + distanceMeters(line[index - 1] ?? point, point), 0);
}

function projectedShare(start: LonLat, end: LonLat, point: LonLat): number {
  const shrink = Math.cos((start[1] * Math.PI) / 180);
  const [dx, dy] = [(end[0] - start[0]) * shrink, end[1] - start[1]];
  const [px, py] = [(point[0] - start[0]) * shrink, point[1] - start[1]];
  const square = dx * dx + dy * dy;
  return square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
}
