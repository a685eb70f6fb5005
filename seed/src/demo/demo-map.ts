import type { Point, Projection } from '../geo/plane.ts';
import { lineMeters } from '../geo/plane.ts';
import { speedMps } from '../speed.ts';
import { roadIdsOf } from '../road-ids.ts';
import type { Area, Place, Ring, RoadEdge, RoadNode, Translations } from '../town.ts';
import type { DemoStreets } from './demo-streets.ts';
import { besideRiver, river, riverRing } from './river.ts';

/** The plan in longitude and latitude: roads, areas and place names of the demo town. */
export function buildDemoMap(
  streets: DemoStreets,
  projection: Projection,
  slug: string,
): {
  roadNodes: RoadNode[];
  roadEdges: RoadEdge[];
  areas: Area[];
  places: Place[];
} {
  const { plan } = streets.grid;
  const id = roadIdsOf(slug);
  const roadNodes = [...plan.nodes].map(([local, point]): RoadNode => {
    const [lon, lat] = projection.toLonLat(point);
    return { id: id(local), lon, lat };
  });
  const roadEdges = [...plan.edges.values()].map((edge): RoadEdge => {
    const line = plan.line(edge).map(projection.toLonLat);
    const street = streets.names.get(edge.id);
    return {
      id: id(edge.id),
      sourceId: id(edge.from),
      targetId: id(edge.to),
      line,
      name: street?.name ?? null,
      translations: street === undefined ? {} : { en: { name: street.englishName } },
      class: edge.class,
      isOneway: edge.isOneway,
      lengthMeters: lineMeters(line),
      speedMps: speedMps[edge.class],
    };
  });
  return { roadNodes, roadEdges, areas: areasOf(streets, projection), places: placesOf(streets, projection) };
}

function areasOf(streets: DemoStreets, projection: Projection): Area[] {
  const ring = (points: readonly Point[]): Ring => {
    const closed = points.map(projection.toLonLat);
    return [...closed, closed[0] ?? [0, 0]];
  };
  const area = (
    kind: Area['kind'],
    points: readonly Point[],
    name: string | null = null,
    englishName?: string,
  ): Area => ({
    kind,
    name,
    translations: english(englishName),
    polygons: [[ring(points)]],
  });
  return [
    ...streets.campuses.map((campus) => area('land', campus.ring)),
    area('park', greenway(-1)),
    area('park', greenway(1)),
    area('water', riverRing(-2900, 2900), '邻水', 'Lin River'),
    ...streets.parks.map((park) => area('park', park.ring, park.name, park.englishName)),
    ...streets.parks.flatMap((park) => (park.lake === undefined ? [] : [area('water', park.lake)])),
    ...streets.buildings.map((building) => area('building', building)),
  ];
}

/** The strip of green between the water and the riverside street. */
function greenway(side: 1 | -1): Point[] {
  const [near, far]: [Point[], Point[]] = [[], []];
  for (let x = -1900; x <= 1900; x += 40) {
    near.push(besideRiver(x, side * (river.width(x) / 2)));
    far.push(besideRiver(x, side * (river.width(x) / 2 + 14)));
  }
  return [...near, ...far.reverse()];
}

function placesOf(streets: DemoStreets, projection: Projection): Place[] {
  const place = (kind: string, name: string, englishName: string, point: Point): Place => {
    const [lon, lat] = projection.toLonLat(point);
    return { kind, name, translations: english(englishName), lon, lat };
  };
  return [
    place('town', '邻里镇', 'Linli Town', [60, -520]),
    place('quarter', '老城', 'Old Town', [-560, -560]),
    place('quarter', '学院', 'College Quarter', [-1150, 560]),
    place('quarter', '科技城', 'Tech City', [900, 900]),
    place('quarter', '湖滨', 'Lakeside', [1250, river.y(1250) - 420]),
    ...streets.campuses.map((campus) => place('landmark', campus.name, campus.englishName, campus.centre)),
  ];
}

function english(name: string | undefined): Translations {
  return name === undefined ? {} : { en: { name } };
}
