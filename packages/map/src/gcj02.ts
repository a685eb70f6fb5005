import type { LonLat } from './geometry.ts';

/**
 * WGS-84 ↔ GCJ-02, the offset grid that map services in mainland China must use. Only hand-over to such
 * an app needs it; everything stored here is WGS-84. Source: the public eviltransform formulas
 * (Krasovsky 1940 ellipsoid); the inverse is iterated to better than 1e-7 degrees.
 */
export function wgs84ToGcj02(point: LonLat): LonLat {
  if (isOutsideChina(point)) return point;
  const [dLon, dLat] = offset(point);
  return [point[0] + dLon, point[1] + dLat];
}

/** The WGS-84 point whose GCJ-02 image is `point`. */
export function gcj02ToWgs84(point: LonLat): LonLat {
  if (isOutsideChina(point)) return point;
  let guess: LonLat = point;
  for (let round = 0; round < 10; round += 1) {
    const image = wgs84ToGcj02(guess);
    const [errorLon, errorLat] = [image[0] - point[0], image[1] - point[1]];
    guess = [guess[0] - errorLon, guess[1] - errorLat];
    if (Math.max(Math.abs(errorLon), Math.abs(errorLat)) < 1e-9) break;
  }
  return guess;
}

const axis = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;
const { sin, cos, sqrt, abs, PI } = Math;

function isOutsideChina([lon, lat]: LonLat): boolean {
  return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
}

function offset([lon, lat]: LonLat): [number, number] {
  const [x, y] = [lon - 105, lat - 35];
  const waves = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    waves +
    (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * (2 / 3) +
    (160 * sin((y / 12) * PI) + 320 * sin((y / 30) * PI)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    waves +
    (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3) +
    (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3);
  const radians = (lat / 180) * PI;
  const magic = 1 - eccentricitySquared * sin(radians) ** 2;
  const meridian = (axis * (1 - eccentricitySquared)) / (magic * sqrt(magic));
  const parallel = (axis / sqrt(magic)) * cos(radians);
  return [(east * 180) / (parallel * PI), (north * 180) / (meridian * PI)];
}
