import type { Place } from './types.ts';

const earthRadiusMeters = 6_371_008.8;
const detour = 1.4;
const metersPerSecond = 5;
const radians = Math.PI / 180;

/** Great-circle metres between two places. */
export function straightMeters(from: Place, to: Place): number {
  const half = (degrees: number): number => Math.sin((degrees * radians) / 2) ** 2;
  const chord =
    half(to.lat - from.lat) +
    Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * half(to.lon - from.lon);
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Seconds of an e-bike where no road is known: the straight line with a usual detour, as the database guesses it. */
export function straightSeconds(from: Place, to: Place): number {
  return (straightMeters(from, to) * detour) / metersPerSecond;
}
