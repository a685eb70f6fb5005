import type { Point } from '../geo/plane.ts';
import { inset, signedArea } from '../geo/polygon.ts';
import type { Random } from '../random.ts';
import { riverSide } from './river.ts';
import type { StreetGrid } from './street-grid.ts';

export type Park = {
  name: string;
  englishName: string;
  ring: Point[];
  lake: Point[] | undefined;
  centre: Point;
};

type ParkPlan = {
  name: string;
  englishName: string;
  at: Point;
  wide: number;
  high: number;
  hasLake: boolean;
};

const plans: readonly ParkPlan[] = [
  { name: '人民公园', englishName: "People's Park", at: [420, -640], wide: 2, high: 2, hasLake: true },
  { name: '镜湖公园', englishName: 'Mirror Lake Park', at: [1380, -720], wide: 3, high: 3, hasLake: true },
  { name: '文星公园', englishName: 'Wenxing Park', at: [-1050, 800], wide: 2, high: 2, hasLake: true },
  { name: '樱花园', englishName: 'Cherry Garden', at: [1000, 800], wide: 2, high: 1, hasLake: false },
  {
    name: '古城墙遗址公园',
    englishName: 'Old Wall Park',
    at: [-1050, -900],
    wide: 2,
    high: 1,
    hasLake: false,
  },
];

/** Clears blocks for the parks, lays their footpaths and returns their outlines. */
export function makeParks(grid: StreetGrid, random: Random): Park[] {
  return plans.flatMap((park) => makePark(grid, park, random) ?? []);
}

function makePark(grid: StreetGrid, park: ParkPlan, random: Random): Park | undefined {
  const { plan, columns, rows, node } = grid;
  const column = bestStart(columns, park.at[0], park.wide);
  const row = bestStart(rows, park.at[1], park.high);
  const edge: number[] = [];
  for (let i = column; i < column + park.wide; i += 1) edge.push(node(i, row) ?? 0);
  for (let j = row; j < row + park.high; j += 1) edge.push(node(column + park.wide, j) ?? 0);
  for (let i = column + park.wide; i > column; i -= 1) edge.push(node(i, row + park.high) ?? 0);
  for (let j = row + park.high; j > row; j -= 1) edge.push(node(column, j) ?? 0);
  if (edge.some((id) => !plan.nodes.has(id))) return undefined;
  const outline = edge.map((id) => plan.point(id));
  if (outline.some((point) => Math.sign(riverSide(point)) !== Math.sign(riverSide(outline[0] ?? point))))
    return undefined;

  for (let i = column + 1; i < column + park.wide; i += 1) {
    for (let j = row + 1; j < row + park.high; j += 1) plan.removeNode(node(i, j) ?? 0);
  }
  removeInner(grid, column, row, park);
  const ring = inset(signedArea(outline) > 0 ? outline : [...outline].reverse(), 11);
  if (ring === undefined) return undefined;
  const centre = mean(ring);
  const size = Math.sqrt(Math.abs(signedArea(ring)));
  layPaths(grid, edge, centre, size * (park.hasLake ? 0.3 : 0.16));
  return {
    name: park.name,
    englishName: park.englishName,
    ring,
    centre,
    lake: park.hasLake ? blob(random, centre, size * 0.2) : undefined,
  };
}

function bestStart(lines: StreetGrid['columns'], target: number, span: number): number {
  let best = { start: 1, cost: Infinity };
  for (let start = 1; start + span < lines.length - 1; start += 1) {
    const inner = lines.slice(start + 1, start + span);
    const middle = ((lines[start]?.at ?? 0) + (lines[start + span]?.at ?? 0)) / 2;
    const cost = Math.abs(middle - target) + (inner.some((line) => line.isArterial) ? 1e6 : 0);
    if (cost < best.cost) best = { start, cost };
  }
  return best.start;
}

/** Streets between two nodes of the outline that cross the park, when it is only one block wide. */
function removeInner(grid: StreetGrid, column: number, row: number, park: ParkPlan): void {
  const { plan, node } = grid;
  const between = (a: number | undefined, b: number | undefined) => {
    for (const edge of plan.edgesAt(a ?? 0)) if (edge.from === b || edge.to === b) plan.removeEdge(edge.id);
  };
  if (park.high === 1)
    for (let i = column + 1; i < column + park.wide; i += 1) between(node(i, row), node(i, row + 1));
  if (park.wide === 1)
    for (let j = row + 1; j < row + park.high; j += 1) between(node(column, j), node(column + 1, j));
}

function layPaths(grid: StreetGrid, edge: readonly number[], centre: Point, radius: number): void {
  const { plan } = grid;
  const spokes = edge.filter((_id, at) => at % 2 === (edge.length > 8 ? 1 : 0));
  const angles = spokes.map((id) => Math.atan2(plan.point(id)[1] - centre[1], plan.point(id)[0] - centre[0]));
  const at = (angle: number, far: number): Point => [
    centre[0] + far * Math.cos(angle),
    centre[1] + far * Math.sin(angle),
  ];
  const gates = angles.map((angle) => plan.addNode(at(angle, radius)));
  gates.forEach((gate, index) => {
    plan.addEdge(spokes[index] ?? 0, gate, { class: 'path' });
    const [angle, next] = [angles[index] ?? 0, angles[(index + 1) % angles.length] ?? 0];
    const sweep = (next - angle + 2 * Math.PI) % (2 * Math.PI);
    const bends = [0.33, 0.67].map((share) => at(angle + sweep * share, radius));
    plan.addEdge(gate, gates[(index + 1) % gates.length] ?? 0, { class: 'path', bends });
  });
}

function blob(random: Random, [x, y]: Point, radius: number): Point[] {
  const phase = random.range(0, 6);
  return Array.from({ length: 22 }, (_unused, step): Point => {
    const angle = (step / 22) * 2 * Math.PI;
    const far = radius * (1 + 0.16 * Math.sin(2 * angle + phase) + 0.09 * Math.sin(3 * angle + phase * 2));
    return [x + far * Math.cos(angle), y + far * Math.sin(angle)];
  });
}

function mean(points: readonly Point[]): Point {
  return [
    points.reduce((sum, point) => sum + point[0], 0) / points.length,
    points.reduce((sum, point) => sum + point[1], 0) / points.length,
  ];
}
