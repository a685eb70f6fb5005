import { bearing, between, distanceMeters, type LonLat } from '@linli/map/geometry';

/** The point `meters` along a line, the heading there, and whether the line ends there; null for an empty line. */
export function pointAlong(
  line: readonly LonLat[],
  meters: number,
): { position: LonLat; heading: number | null; isEnd: boolean } | null {
  const [first] = line;
  if (!first) return null;
  let left = Math.max(0, meters);
  let heading: number | null = null;
  let start = first;
  for (const end of line.slice(1)) {
    const length = distanceMeters(start, end);
    if (length > 0) {
      heading = bearing(start, end);
      if (left < length) return { position: between(start, end, left / length), heading, isEnd: false };
    }
    left -= length;
    start = end;
  }
  return { position: start, heading, isEnd: true };
}
