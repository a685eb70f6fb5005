import { contains } from '../geo/polygon.ts';
import type { Area, AreaKind, LonLat, Polygon, Ring } from '../town.ts';
import { translatedNames } from './names.ts';
import type { OsmData, OsmRelation, Tags } from './read-osm.ts';
import { joinRings } from './rings.ts';

const parkUses = [
  'grass',
  'forest',
  'meadow',
  'cemetery',
  'recreation_ground',
  'village_green',
  'allotments',
  'orchard',
];
const landUses = ['residential', 'industrial', 'commercial', 'retail', 'railway'];

/** What an area is drawn as, or `undefined` when it is not drawn. */
export function areaKindOf(tags: Tags): AreaKind | undefined {
  if (tags.building !== undefined && tags.building !== 'no') return 'building';
  if (tags.natural === 'water' || tags.waterway === 'riverbank' || tags.leisure === 'swimming_pool')
    return 'water';
  if (['reservoir', 'basin'].includes(tags.landuse ?? '')) return 'water';
  if (['park', 'garden', 'pitch', 'playground', 'golf_course'].includes(tags.leisure ?? '')) return 'park';
  if (
    parkUses.includes(tags.landuse ?? '') ||
    ['wood', 'scrub', 'grassland', 'heath'].includes(tags.natural ?? '')
  )
    return 'park';
  if (landUses.includes(tags.landuse ?? '') || tags.natural === 'beach' || tags.man_made === 'pier')
    return 'land';
  return undefined;
}

/** Water, parks, buildings and built-up land from closed ways and multipolygon relations. */
export function buildAreas(data: OsmData): Area[] {
  const areas: Area[] = [];
  const inRelation = new Set<number>();
  for (const relation of data.relations) {
    const kind = relation.tags.type === 'multipolygon' ? relationKind(relation, data) : undefined;
    if (kind === undefined) continue;
    const polygons = polygonsOf(relation, data);
    if (polygons.length === 0) continue;
    areas.push({
      kind,
      name: relation.tags.name ?? null,
      translations: translatedNames(relation.tags),
      polygons,
    });
    for (const member of relation.members) if (member.role !== 'inner') inRelation.add(member.ref);
  }
  for (const way of data.ways.values()) {
    const kind = areaKindOf(way.tags);
    const isRing = way.refs.length > 3 && way.refs[0] === way.refs.at(-1);
    if (kind === undefined || !isRing || inRelation.has(way.id)) continue;
    const ring = toRing(way.refs, data);
    if (ring === undefined) continue;
    areas.push({
      kind,
      name: way.tags.name ?? null,
      translations: translatedNames(way.tags),
      polygons: [[ring]],
    });
  }
  return areas;
}

/** Old multipolygons carry their tags on the outer way. */
function relationKind(relation: OsmRelation, data: OsmData): AreaKind | undefined {
  const outer = relation.members.find((member) => member.type === 'way' && member.role !== 'inner');
  return areaKindOf(relation.tags) ?? areaKindOf(data.ways.get(outer?.ref ?? 0)?.tags ?? {});
}

function polygonsOf(relation: OsmRelation, data: OsmData): Polygon[] {
  const rings = (isInner: boolean): Ring[] => {
    const pieces = relation.members
      .filter((member) => member.type === 'way' && (member.role === 'inner') === isInner)
      .map((member) => data.ways.get(member.ref)?.refs ?? []);
    return joinRings(pieces.filter((piece) => piece.length > 1))
      .map((refs) => toRing(refs, data))
      .filter((ring) => ring !== undefined);
  };
  const inners = rings(true);
  return rings(false).map((outer): Polygon => [
    outer,
    ...inners.filter((inner) => contains(outer, inner[0] ?? [0, 0])),
  ]);
}

function toRing(refs: readonly number[], data: OsmData): Ring | undefined {
  const points = refs.map((ref) => data.positions.get(ref));
  return points.every((point): point is LonLat => point !== undefined) ? points : undefined;
}
