type Position = number[];
export type Geometry =
  { type: 'Point'; coordinates: Position } | { type: 'Polygon'; coordinates: Position[][] };

/** Reads a shape from the hexadecimal well-known binary (OGC 06-103r4, with PostGIS' SRID) that some servers answer. */
function wkbParts(hex: string): Geometry[] {
  const bytes = new DataView(Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)).buffer);
  let at = 0;
  let little = true;
  const count = (): number => {
    at += 4;
    return bytes.getUint32(at - 4, little);
  };
  const position = (): Position => {
    at += 16;
    return [bytes.getFloat64(at - 16, little), bytes.getFloat64(at - 8, little)];
  };
  const many = <Part>(read: () => Part): Part[] => Array.from({ length: count() }, read);
  const shape = (): Geometry[] => {
    little = bytes.getUint8(at) === 1;
    at += 1;
    const type = count();
    if (type & 0x20000000) at += 4;
    switch (type & 0xff) {
      case 1:
        return [{ type: 'Point', coordinates: position() }];
      case 3:
        return [{ type: 'Polygon', coordinates: many(() => many(position)) }];
      case 4:
      case 6:
        return many(shape).flat();
      default:
        return [];
    }
  };
  return shape();
}

/** The points and single areas of a geometry, as GeoJSON or as hexadecimal binary; what is none gives nothing. */
export function geometryParts(value: unknown): Geometry[] {
  if (typeof value === 'string' && /^(0[01])[\da-f]{8,}$/i.test(value)) return wkbParts(value);
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
