type Position = number[];
export type Geometry =
  { type: 'Point'; coordinates: Position } | { type: 'Polygon'; coordinates: Position[][] };

/** The points and single areas of a GeoJSON geometry; what is none gives nothing. */
export function geometryParts(value: unknown): Geometry[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (type === 'Point') return [{ type, coordinates: coordinates as Position }];
  if (type === 'Polygon') return [{ type, coordinates: coordinates as Position[][] }];
  if (type === 'MultiPolygon') {
    return (coordinates as Position[][][]).map((one) => ({ type: 'Polygon', coordinates: one }));
  }
  return [];
}

/** Drawn parts as the GeoJSON that a column of the given PostGIS type takes, in WGS-84; null when nothing is drawn. */
export function geometryOf(type: string, parts: readonly Geometry[]): unknown {
  if (parts.length === 0) return null;
  const crs = { type: 'name', properties: { name: 'EPSG:4326' } };
  if (/multipolygon/i.test(type)) {
    const areas = parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : []));
    return { type: 'MultiPolygon', coordinates: areas, crs };
  }
  const last = parts.at(-1);
  return last === undefined ? null : { ...last, crs };
}

/** The box around geometries as [[west, south], [east, north]]. */
export function geometryBounds(parts: readonly Geometry[]): [[number, number], [number, number]] | undefined {
  const points = parts.flatMap((part) =>
    part.type === 'Point' ? [part.coordinates] : part.coordinates.flat(),
  );
  if (points.length === 0) return undefined;
  const longitudes = points.map((point) => point[0] ?? 0);
  const latitudes = points.map((point) => point[1] ?? 0);
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
}
