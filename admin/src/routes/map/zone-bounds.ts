import type { MultiPolygon, Polygon } from 'geojson';

/** West, south, east, north around all areas; `undefined` without any. */
export function zoneBounds(
  zones: readonly { area: Polygon | MultiPolygon }[],
): [number, number, number, number] | undefined {
  const points = zones.flatMap(({ area }) =>
    area.type === 'Polygon' ? area.coordinates.flat() : area.coordinates.flat(2),
  );
  if (points.length === 0) return undefined;
  const lons = points.map(([lon = 0]) => lon);
  const lats = points.map(([, lat = 0]) => lat);
  const min = (values: number[]): number => values.reduce((least, value) => Math.min(least, value));
  const max = (values: number[]): number => values.reduce((most, value) => Math.max(most, value));
  return [min(lons), min(lats), max(lons), max(lats)];
}
