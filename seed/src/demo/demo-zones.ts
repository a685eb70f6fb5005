import type { Point, Projection } from '../geo/plane.ts';
import { stableUuid } from '../stable-uuid.ts';
import type { Zone } from '../town.ts';
import { river } from './river.ts';
import type { StreetGrid } from './street-grid.ts';

const bounds = { west: -2650, east: 2650, south: -2150, north: 2150 };

/** Four zones that tile the town: the river divides north from south, 中山路 west from east. */
export function buildDemoZones(grid: StreetGrid, projection: Projection, slug: string): Zone[] {
  const meeting = meetingX(grid);
  const stream = (from: number, to: number): Point[] => {
    const points: Point[] = [];
    for (let x = from; x < to; x += 60) points.push([x, river.y(x)]);
    return [...points, [to, river.y(to)]];
  };
  const [west, east] = [stream(bounds.west, meeting), stream(meeting, bounds.east)];
  const south = dividingLine(grid, -1, meeting);
  const north = dividingLine(grid, 1, meeting);
  const zone = (key: string, name: string, englishName: string, ring: readonly Point[]): Zone => {
    const closed = [...ring, ring[0] ?? [0, 0]].map((point) => projection.toLonLat(point));
    return {
      id: stableUuid(slug, 'zones', key),
      name,
      translations: { en: { name: englishName } },
      area: [[closed]],
      riderBasePayCents: 400,
      riderPayPerKmCents: 100,
    };
  };
  const { west: w, east: e, south: s, north: n } = bounds;
  return [
    zone('old-town', '老城片区', 'Old Town', [
      [w, s],
      [south.at(-1)?.[0] ?? 0, s],
      ...[...south].reverse(),
      ...[...west].reverse().slice(1),
    ]),
    zone('lakeside', '湖滨片区', 'Lakeside', [...south, [e, s], ...[...east].reverse().slice(0, -1)]),
    zone('college', '学院片区', 'College', [...west, ...north.slice(1), [w, n]]),
    zone('tech-park', '科技城片区', 'Tech Park', [...[...north].reverse(), ...east.slice(1), [e, n]]),
  ];
}

/** From the river along the main column to the edge of the bounds, river point first. */
function dividingLine(grid: StreetGrid, side: 1 | -1, meeting: number): Point[] {
  const main = grid.columns.findIndex((line) => line.isMain);
  const along = grid.rows
    .flatMap((_row, j) => {
      const id = grid.node(main, j);
      const point = id === undefined ? undefined : grid.plan.nodes.get(id);
      return point === undefined ? [] : [point];
    })
    .filter(([x, y]) => side * (y - river.y(x)) > 0)
    .sort((a, b) => side * (a[1] - b[1]));
  const last = along.at(-1) ?? [meeting, 0];
  return [[meeting, river.y(meeting)], ...along, [last[0], side > 0 ? bounds.north : bounds.south]];
}

function meetingX(grid: StreetGrid): number {
  const main = grid.columns.findIndex((line) => line.isMain);
  const bridge = [...grid.plan.edges.values()].find((edge) => {
    if (edge.street !== `column ${main}`) return false;
    const [from, to] = [grid.plan.point(edge.from), grid.plan.point(edge.to)];
    return from[1] < river.y(from[0]) && to[1] > river.y(to[0]);
  });
  if (bridge === undefined) throw new RangeError('the main street has no bridge');
  return (grid.plan.point(bridge.from)[0] + grid.plan.point(bridge.to)[0]) / 2;
}
