import type { LonLat, Polygon } from '../town.ts';

/** GeoJSON texts for `st_geomfromgeojson`. */
export const geoJson = {
  point: (lon: number, lat: number): string => JSON.stringify({ type: 'Point', coordinates: [lon, lat] }),
  line: (line: readonly LonLat[]): string => JSON.stringify({ type: 'LineString', coordinates: line }),
  multiPolygon: (polygons: readonly Polygon[]): string =>
    JSON.stringify({ type: 'MultiPolygon', coordinates: polygons }),
};
