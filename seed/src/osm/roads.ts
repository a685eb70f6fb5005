import { lineMeters } from '../geo/plane.ts';
import { largestStrongComponent } from '../geo/strong-components.ts';
import { roadIdsOf } from '../road-ids.ts';
import { speedMps } from '../speed.ts';
import type { LonLat, RoadClass, RoadEdge, RoadNode } from '../town.ts';
import { translatedNames } from './names.ts';
import type { OsmData, OsmWay, Tags } from './read-osm.ts';

const classes: Readonly<Record<string, RoadClass>> = {
  motorway: 'motorway',
  motorway_link: 'motorway',
  trunk: 'motorway',
  trunk_link: 'motorway',
  primary: 'primary',
  primary_link: 'primary',
  secondary: 'secondary',
  secondary_link: 'secondary',
  tertiary: 'secondary',
  tertiary_link: 'secondary',
  residential: 'residential',
  unclassified: 'residential',
  living_street: 'residential',
  service: 'residential',
  road: 'residential',
  pedestrian: 'path',
  footway: 'path',
  path: 'path',
  cycleway: 'path',
  track: 'path',
};

export type Direction = 'both' | 'forward' | 'backward';

/** The class of a way that riders can use, or `undefined`. Steps, areas and private ways are left out. */
export function roadClassOf(tags: Tags): RoadClass | undefined {
  const isClosed = ['no', 'private'].includes(tags.access ?? '') || tags.area === 'yes';
  return isClosed ? undefined : classes[tags.highway ?? ''];
}

/** Which way a road may be travelled, seen along its nodes. Source: the wiki's Key:oneway. */
export function directionOf(tags: Tags): Direction {
  const oneway = tags.oneway ?? '';
  if (oneway === '-1' || oneway === 'reverse') return 'backward';
  if (['yes', 'true', '1'].includes(oneway)) return 'forward';
  if (['no', 'false', '0'].includes(oneway)) return 'both';
  const isCircle = tags.junction === 'roundabout' || tags.junction === 'circular';
  return isCircle || tags.highway === 'motorway' ? 'forward' : 'both';
}

/** Metres per second: the rider's usual speed on the class, never above the sign. */
export function speedOf(tags: Tags, roadClass: RoadClass): number {
  const match = /^(\d+)( mph)?$/.exec(tags.maxspeed ?? '');
  if (match === null || Number(match[1]) === 0) return speedMps[roadClass];
  const limit = (Number(match[1]) * (match[2] === undefined ? 1000 : 1609.344)) / 3600;
  return Math.round(Math.min(speedMps[roadClass], limit) * 100) / 100;
}

/**
 * The road graph of an extract: ways cut at their crossings, one-ways turned to run from source to target,
 * and of all that the largest part where every node reaches every other.
 */
export function buildRoads(data: OsmData, slug: string): { roadNodes: RoadNode[]; roadEdges: RoadEdge[] } {
  const roads = [...data.ways.values()]
    .filter((way) => roadClassOf(way.tags) !== undefined)
    .map((way) => ({ ...way, refs: way.refs.filter((ref) => data.positions.has(ref)) }))
    .filter((way) => way.refs.length > 1)
    .sort((a, b) => a.id - b.id);
  const junctions = findJunctions(roads);
  const toId = roadIdsOf(slug);
  const serial = new Map([...junctions].sort((a, b) => a - b).map((ref, at) => [ref, at]));
  const nodeId = (ref: number) => toId(serial.get(ref) ?? 0);
  const edges: RoadEdge[] = [];
  for (const way of roads) {
    for (const refs of cutAt(way.refs, junctions)) {
      const line = refs.map((ref) => data.positions.get(ref) as LonLat);
      const lengthMeters = lineMeters(line);
      const [source, target] = [refs[0] ?? 0, refs.at(-1) ?? 0];
      if (lengthMeters > 0 && source !== target) {
        edges.push(
          edgeOf(
            way.tags,
            toId(serial.size + edges.length),
            nodeId(source),
            nodeId(target),
            line,
            lengthMeters,
          ),
        );
      }
    }
  }
  const kept = largestStrongComponent([...serial.keys()].map(nodeId), edges);
  return {
    roadNodes: [...serial.keys()]
      .filter((ref) => kept.has(nodeId(ref)))
      .map((ref) => {
        const [lon, lat] = data.positions.get(ref) as LonLat;
        return { id: nodeId(ref), lon, lat };
      }),
    roadEdges: edges.filter((edge) => kept.has(edge.sourceId) && kept.has(edge.targetId)),
  };
}

function findJunctions(roads: readonly OsmWay[]): Set<number> {
  const seen = new Set<number>();
  const junctions = new Set<number>();
  for (const { refs } of roads) {
    for (const ref of refs) (seen.has(ref) ? junctions : seen).add(ref);
    for (const end of [refs[0], refs.at(-1)]) if (end !== undefined) junctions.add(end);
    // A ring without crossings still needs a second node, or its edge would end where it starts.
    const middle = refs[Math.floor(refs.length / 2)];
    if (refs[0] === refs.at(-1) && middle !== undefined) junctions.add(middle);
  }
  return junctions;
}

function cutAt(refs: readonly number[], junctions: ReadonlySet<number>): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (const ref of refs) {
    part.push(ref);
    if (part.length > 1 && junctions.has(ref)) {
      parts.push(part);
      part = [ref];
    }
  }
  return parts;
}

function edgeOf(
  tags: Tags,
  id: number,
  from: number,
  to: number,
  along: LonLat[],
  lengthMeters: number,
): RoadEdge {
  const roadClass = roadClassOf(tags) ?? 'residential';
  const direction = directionOf(tags);
  const isBackward = direction === 'backward';
  return {
    id,
    sourceId: isBackward ? to : from,
    targetId: isBackward ? from : to,
    line: isBackward ? along.reverse() : along,
    name: tags.name ?? null,
    translations: translatedNames(tags),
    class: roadClass,
    isOneway: direction !== 'both',
    lengthMeters,
    speedMps: speedOf(tags, roadClass),
  };
}
