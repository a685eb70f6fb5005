import { geometryParts } from './engine/geometry.ts';

export type Corner = readonly [lon: number, lat: number];
export type Areas = Corner[][];

/** The corners of each area, without the last one that repeats the first; holes are left out. */
export function areasOf(value: unknown): Areas {
  return geometryParts(value).flatMap((part) =>
    part.type === 'Polygon'
      ? [(part.coordinates[0] ?? []).slice(0, -1).map((at): Corner => [at[0] ?? 0, at[1] ?? 0])]
      : [],
  );
}

/** The corners as a GeoJSON MultiPolygon; null without an area. */
export function areasGeometry(areas: Areas): { type: 'MultiPolygon'; coordinates: number[][][][] } | null {
  const coordinates = areas
    .filter((corners) => corners.length >= 3)
    .map((corners) => [[...corners, ...corners.slice(0, 1)].map(([lon, lat]) => [lon, lat])]);
  return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
}

/** Moves a corner some metres to the east and north. */
export function nudge([lon, lat]: Corner, east: number, north: number): Corner {
  const round = (value: number): number => Number(value.toFixed(6));
  const meters = 111_320;
  return [round(lon + east / (meters * Math.cos((lat * Math.PI) / 180))), round(lat + north / meters)];
}

/** A corner in the middle of the edge after `index`. */
export function splitEdge(corners: readonly Corner[], index: number): Corner[] {
  const here = corners[index];
  const next = corners[(index + 1) % corners.length];
  if (here === undefined || next === undefined) return [...corners];
  const between: Corner = [
    Number(((here[0] + next[0]) / 2).toFixed(6)),
    Number(((here[1] + next[1]) / 2).toFixed(6)),
  ];
  return [...corners.slice(0, index + 1), between, ...corners.slice(index + 1)];
}

/** A square around a place, `half` metres to each side. */
export function squareAround(center: Corner, half: number): Corner[] {
  return (
    [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ] as const
  ).map(([east, north]) => nudge(center, east, north));
}

/** Square kilometres of all areas, flat around their place: good to a percent at the size of a town. */
export function squareKilometers(areas: Areas): number {
  const km = 111.32;
  return areas.reduce((sum, corners) => {
    const scale = Math.cos(((corners[0]?.[1] ?? 0) * Math.PI) / 180);
    const twice = corners.reduce((all, [lon, lat], index) => {
      const [nextLon, nextLat] = corners[(index + 1) % corners.length] ?? [lon, lat];
      return all + (lon * nextLat - nextLon * lat) * km * km * scale;
    }, 0);
    return sum + Math.abs(twice) / 2;
  }, 0);
}
