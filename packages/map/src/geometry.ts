/** Longitude, latitude in degrees, WGS-84. */
export type LonLat = readonly [lon: number, lat: number];

const radius = 6_371_008.8;
const toRadians = Math.PI / 180;

/** Great-circle distance in metres. */
export function distanceMeters(from: LonLat, to: LonLat): number {
  const half = (degrees: number) => Math.sin((degrees * toRadians) / 2) ** 2;
  const chord =
    half(to[1] - from[1]) +
    Math.cos(from[1] * toRadians) * Math.cos(to[1] * toRadians) * half(to[0] - from[0]);
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Initial bearing in degrees clockwise from north, 0–360; 0 when the points are the same. */
export function bearing(from: LonLat, to: LonLat): number {
  const [lon1, lat1, lon2, lat2] = [from[0], from[1], to[0], to[1]].map((value) => value * toRadians) as [
    number,
    number,
    number,
    number,
  ];
  const east = Math.sin(lon2 - lon1) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(lon2 - lon1);
  return (Math.atan2(east, north) / toRadians + 360) % 360;
}

/** The point at `share` (0–1) between two near points. */
export function between(from: LonLat, to: LonLat, share: number): LonLat {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The shorter turn from one heading to another in degrees, −180 to 180. */
export function turn(from: number, to: number): number {
  return ((((to - from + 180) % 360) + 360) % 360) - 180;
}
