import { distance, type Point } from '../geo/plane.ts';
import type { Random } from '../random.ts';
import type { PlanEdge } from './plan-graph.ts';
import { riverSide } from './river.ts';
import { oldTown, type StreetGrid } from './street-grid.ts';
import { bankNames, columnStems, localStems, ringNames, rowStems, suffixes } from './street-names.ts';

export type StreetName = { name: string; englishName: string };

/** Names every street of the plan; answers by edge id. Footpaths and approach lanes have no name. */
export function nameStreets(grid: StreetGrid, random: Random): Map<number, StreetName> {
  const { plan, columns, rows } = grid;
  const names = new Map<number, StreetName>();
  const stems = random.shuffle(localStems);
  const taken = new Map<string, StreetName>();
  const set = (edge: PlanEdge, [name, englishName]: readonly [string, string]) =>
    names.set(edge.id, { name, englishName });
  const arterialColumns = columns.flatMap((line, i) => (line.isArterial && !line.isRing ? [i] : []));
  const arterialRows = rows.flatMap((line, j) => (line.isArterial && !line.isRing ? [j] : []));
  const mainX = (y: number) => mainColumnX(grid, y);

  for (const edge of plan.edges.values()) {
    const [kind, key] = (edge.street ?? '').split(' ') as [string, string | undefined];
    const middle = midpoint(plan.line(edge));
    if (kind === 'circle') set(edge, ['邻里环岛', 'Linli Circle']);
    if (kind === 'bank') set(edge, key === 'south' ? bankNames.south : bankNames.north);
    if (kind !== 'column' && kind !== 'row') continue;
    const index = Number(key);
    const line = (kind === 'column' ? columns : rows)[index];
    if (line?.isRing === true) {
      if (kind === 'column') set(edge, index === 0 ? ringNames.west : ringNames.east);
      else set(edge, index === 0 ? ringNames.south : ringNames.north);
    } else if (line?.isArterial === true && kind === 'column') {
      const [stem, pinyin] = columnStems[arterialColumns.indexOf(index)] ?? ['中山', 'Zhongshan'];
      const isNorth = riverSide(middle) > 0;
      set(edge, [`${stem}${isNorth ? '北' : '南'}路`, `${pinyin} ${isNorth ? 'North' : 'South'} Road`]);
    } else if (line?.isArterial === true) {
      const [stem, pinyin] = rowStems[arterialRows.indexOf(index)] ?? ['人民', 'Renmin'];
      const isEast = middle[0] > mainX(middle[1]);
      set(edge, [`${stem}${isEast ? '东' : '西'}路`, `${pinyin} ${isEast ? 'East' : 'West'} Road`]);
    } else {
      const part =
        kind === 'column' ? span(rows, middle[1], riverSide(middle) > 0) : span(columns, middle[0], false);
      const street = `${edge.street} ${part}`;
      const known =
        taken.get(street) ??
        localName(stems[taken.size % stems.length] ?? ['梧桐', 'Wutong'], middle, taken.size >= stems.length);
      taken.set(street, known);
      names.set(edge.id, known);
    }
  }
  return names;
}

/** A local street keeps its name over about a third of the town, and never over the river. */
function span(lines: StreetGrid['columns'], at: number, isNorth: boolean): string {
  const extent = Math.max(...lines.map((line) => line.at));
  return `${Math.min(2, Math.floor(((at + extent) / (2 * extent)) * 3))}${isNorth ? 'n' : 's'}`;
}

function localName([stem, pinyin]: readonly [string, string], middle: Point, isSecond: boolean): StreetName {
  const far = distance(middle, oldTown);
  const [suffix, english] =
    far < 420 ? suffixes.lane : far < 800 !== isSecond ? suffixes.street : suffixes.road;
  return { name: `${stem}${suffix}`, englishName: `${pinyin} ${english}` };
}

function mainColumnX(grid: StreetGrid, y: number): number {
  const main = grid.columns.findIndex((line) => line.isMain);
  let best = { x: 0, gap: Infinity };
  grid.rows.forEach((_row, j) => {
    const id = grid.node(main, j);
    const point = id === undefined ? undefined : grid.plan.nodes.get(id);
    if (point !== undefined && Math.abs(point[1] - y) < best.gap)
      best = { x: point[0], gap: Math.abs(point[1] - y) };
  });
  return best.x;
}

function midpoint(line: readonly Point[]): Point {
  const [start, end] = [line[Math.floor((line.length - 1) / 2)], line[Math.ceil((line.length - 1) / 2)]];
  if (start === undefined || end === undefined) return [0, 0];
  return [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
}
