import { centroid, clipHalfPlane, convexHull } from '../geo/polygon.ts';
import { distance, type Point, type Projection } from '../geo/plane.ts';
import { stableUuid } from '../stable-uuid.ts';
import type { Place, RoadNode, Zone } from '../town.ts';

const margin = 250;

/**
 * Four to six zones around groups of road nodes (k-means), as the cells of their centres inside the town's
 * widened hull; each is named after the nearest quarter. Also answers the hull, in flat metres.
 */
export function buildZones(
  roadNodes: readonly RoadNode[],
  places: readonly Place[],
  projection: Projection,
  slug: string,
): { zones: Zone[]; outline: Point[] } {
  const points = roadNodes.map((node) => projection.toPoint([node.lon, node.lat]));
  const outline = widen(convexHull(points), margin);
  const count = points.length < 3000 ? 4 : points.length < 12_000 ? 5 : 6;
  const quarters = places.filter((place) =>
    ['suburb', 'quarter', 'neighbourhood', 'village'].includes(place.kind),
  );
  const centres = groupCentres(points, count);
  const named = nameCentres(centres, quarters, projection);
  const zones = centres.map((centre, at): Zone => {
    const ring = centres.reduce(
      (cell, other) => (other === centre ? cell : closerSide(cell, centre, other)),
      outline,
    );
    const name = named.get(at);
    return {
      id: stableUuid(slug, 'zones', at),
      name: name ?? `Zone ${at + 1}`,
      translations: name === undefined ? { 'zh-CN': { name: `${at + 1} 号片区` } } : {},
      area: [[[...ring, ring[0] ?? centre].map(projection.toLonLat)]],
      riderBasePayCents: 350,
      riderPayPerKmCents: 80,
    };
  });
  return { zones, outline };
}

/** Gives each quarter's name to at most one centre, nearest pairs first. */
function nameCentres(
  centres: readonly Point[],
  quarters: readonly Place[],
  projection: Projection,
): Map<number, string> {
  const pairs = centres
    .flatMap((centre, at) =>
      quarters.map(({ name, lon, lat }) => ({
        at,
        name,
        gap: distance(projection.toPoint([lon, lat]), centre),
      })),
    )
    .sort((a, b) => a.gap - b.gap);
  const named = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, name } of pairs) {
    if (named.has(at) || taken.has(name)) continue;
    named.set(at, name);
    taken.add(name);
  }
  return named;
}

/** Lloyd's algorithm from farthest points, so that the same nodes give the same groups. */
function groupCentres(points: readonly Point[], count: number): Point[] {
  const first = points[0] ?? ([0, 0] as Point);
  let centres: Point[] = [first];
  while (centres.length < count) {
    const nearest = (point: Point) => Math.min(...centres.map((centre) => distance(point, centre)));
    centres.push(points.reduce((best, point) => (nearest(point) > nearest(best) ? point : best), first));
  }
  for (let round = 0; round < 30; round += 1) {
    const sums = centres.map(() => ({ x: 0, y: 0, count: 0 }));
    for (const point of points) {
      const group = centres.reduce(
        (best, centre, at) =>
          distance(point, centre) < distance(point, centres[best] ?? centre) ? at : best,
        0,
      );
      const sum = sums[group];
      if (sum === undefined) continue;
      sum.x += point[0];
      sum.y += point[1];
      sum.count += 1;
    }
    centres = centres.map((centre, at): Point => {
      const sum = sums[at];
      return sum === undefined || sum.count === 0 ? centre : [sum.x / sum.count, sum.y / sum.count];
    });
  }
  return centres;
}

function closerSide(cell: readonly Point[], centre: Point, other: Point): Point[] {
  const [nx, ny] = [other[0] - centre[0], other[1] - centre[1]];
  const limit = (nx * (centre[0] + other[0]) + ny * (centre[1] + other[1])) / 2;
  return clipHalfPlane(cell, nx, ny, limit);
}

function widen(hull: readonly Point[], by: number): Point[] {
  const middle = centroid(hull);
  return hull.map((point): Point => {
    const far = distance(point, middle) || 1;
    return [point[0] + ((point[0] - middle[0]) / far) * by, point[1] + ((point[1] - middle[1]) / far) * by];
  });
}
