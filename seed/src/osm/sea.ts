import type { Area, LonLat } from '../town.ts';
import type { OsmData } from './read-osm.ts';
import { joinLines } from './rings.ts';

export type Box = { west: number; south: number; east: number; north: number };

/**
 * The sea in a box, from coastlines, which keep the land on their left. Coasts that leave the box are closed
 * along its edge on their right side; islands are holes. Nothing when the extract has no open coast.
 */
export function buildSea(data: OsmData, box: Box): Area[] {
  const coasts = joinLines(
    [...data.ways.values()].filter((way) => way.tags.natural === 'coastline').map((way) => way.refs),
  ).map((refs) => refs.map((ref) => data.positions.get(ref)).filter((point) => point !== undefined));
  const isClosed = (line: readonly LonLat[]) => line.length > 3 && line[0]?.join() === line.at(-1)?.join();
  const open = coasts
    .filter((line) => !isClosed(line) && line.length > 1)
    .sort((a, b) => b.length - a.length);
  const main = open[0];
  if (main === undefined) return [];
  const islands = coasts.filter(isClosed);
  const ring = closeAlongBox(main, box);
  return [{ kind: 'water', name: null, translations: {}, polygons: [[ring, ...islands]] }];
}

/** From the coast's end clockwise along the box back to its start: water lies to the right of the coast. */
function closeAlongBox(coast: readonly LonLat[], box: Box): LonLat[] {
  const [start, end] = [coast[0] as LonLat, coast.at(-1) as LonLat];
  const from = edgePosition(end, box);
  let to = edgePosition(start, box);
  if (to <= from) to += 4;
  const corners: LonLat[] = [
    [box.west, box.north],
    [box.east, box.north],
    [box.east, box.south],
    [box.west, box.south],
  ];
  const around: LonLat[] = [onEdge(end, box)];
  for (let corner = Math.ceil(from); corner < to; corner += 1) around.push(corners[corner % 4] as LonLat);
  return [...coast, ...around, onEdge(start, box), start];
}

/** 0 at the north-west corner, 1 north-east, 2 south-east, 3 south-west, clockwise. */
function edgePosition(point: LonLat, box: Box): number {
  const [x, y] = [
    (point[0] - box.west) / (box.east - box.west),
    (point[1] - box.south) / (box.north - box.south),
  ];
  const gaps = [1 - y, 1 - x, y, x];
  const side = gaps.indexOf(Math.min(...gaps));
  const along = [x, 1 - y, 1 - x, y][side] ?? 0;
  return side + Math.min(0.999, Math.max(0, along));
}

function onEdge(point: LonLat, box: Box): LonLat {
  const side = Math.floor(edgePosition(point, box));
  if (side === 0) return [point[0], box.north];
  if (side === 1) return [box.east, point[1]];
  return side === 2 ? [point[0], box.south] : [box.west, point[1]];
}
