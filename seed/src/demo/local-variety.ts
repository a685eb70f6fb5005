import { distance, type Point } from '../geo/plane.ts';
import type { Random } from '../random.ts';
import type { PlanEdge, PlanGraph } from './plan-graph.ts';
import { oldTown, type StreetGrid } from './street-grid.ts';

/** Takes out about a tenth of the local street pieces, so that blocks differ; the town stays one. */
export function thinOut(plan: PlanGraph, random: Random): void {
  const locals = random.shuffle([...plan.edges.values()].filter((edge) => edge.class === 'residential'));
  for (const edge of locals.slice(0, Math.round(locals.length * 0.12))) {
    if (plan.edgesAt(edge.from).length < 4 || plan.edgesAt(edge.to).length < 4) continue;
    plan.removeEdge(edge.id);
    if (plan.connectedNodes().size < plan.nodes.size) restore(plan, edge);
  }
}

/** Turns streets of the old town into one-ways, neighbours in opposite directions, where every place stays reachable. */
export function makeOneways(grid: StreetGrid): void {
  const { plan } = grid;
  const streets = new Map<string, PlanEdge[]>();
  for (const edge of plan.edges.values()) {
    const isLocal = edge.class === 'residential' && edge.street !== null;
    if (!isLocal || distance(plan.point(edge.from), oldTown) > 620) continue;
    streets.set(edge.street ?? '', [...(streets.get(edge.street ?? '') ?? []), edge]);
  }
  for (const [street, edges] of streets) {
    const index = Number(street.split(' ')[1]);
    if (index % 3 === 2 || edges.length < 3) continue;
    const turned = edges.map((edge) => setOneway(plan, edge, index % 2 === 0));
    if (plan.connectedNodes().size === plan.nodes.size) continue;
    for (const [at, edge] of turned.entries()) {
      plan.removeEdge(edge.id);
      const before = edges[at];
      if (before !== undefined) restore(plan, before);
    }
  }
}

/** Dead-end lanes into big blocks and country roads out of town. */
export function addLanes(grid: StreetGrid, random: Random): void {
  const { plan, columns, rows } = grid;
  const wide = [...plan.edges.values()].filter(
    (edge) =>
      edge.class === 'residential' &&
      edge.bends.length === 0 &&
      distance(plan.point(edge.from), plan.point(edge.to)) > 120,
  );
  for (const edge of random.shuffle(wide).slice(0, 70)) {
    const [a, b] = [plan.point(edge.from), plan.point(edge.to)];
    const share = random.range(0.38, 0.62);
    const foot: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    const length = distance(a, b);
    const side = random.chance(0.5) ? 1 : -1;
    const reach = random.range(34, 52) * side;
    const end: Point = [
      foot[0] - ((b[1] - a[1]) / length) * reach,
      foot[1] + ((b[0] - a[0]) / length) * reach,
    ];
    if (!isClear(plan, end)) continue;
    plan.addEdge(plan.splitEdge(edge, foot), plan.addNode(end), { class: 'residential' });
  }
  columns.forEach((column, i) => {
    if (!column.isArterial || column.isRing) return;
    for (const j of [0, rows.length - 1]) outskirt(grid, i, j, [0, j === 0 ? -1 : 1], random);
  });
  rows.forEach((row, j) => {
    if (!row.isArterial || row.isRing) return;
    for (const i of [0, columns.length - 1]) outskirt(grid, i, j, [i === 0 ? -1 : 1, 0], random);
  });
}

function outskirt(grid: StreetGrid, column: number, row: number, [dx, dy]: Point, random: Random): void {
  const from = grid.node(column, row);
  if (from === undefined || !grid.plan.nodes.has(from)) return;
  const [x, y] = grid.plan.point(from);
  const reach = random.range(240, 380);
  const end: Point = [
    x + dx * reach + dy * random.range(-70, 70),
    y + dy * reach + dx * random.range(-70, 70),
  ];
  const street = dx === 0 ? `column ${column}` : `row ${row}`;
  grid.plan.addEdge(from, grid.plan.addNode(end), { class: 'secondary', street });
}

function setOneway(plan: PlanGraph, edge: PlanEdge, isForward: boolean): PlanEdge {
  plan.removeEdge(edge.id);
  const [from, to] = isForward ? [edge.from, edge.to] : [edge.to, edge.from];
  const bends = isForward ? edge.bends : [...edge.bends].reverse();
  return plan.addEdge(from, to, { class: edge.class, street: edge.street, bends, isOneway: true });
}

function restore(plan: PlanGraph, { from, to, ...road }: PlanEdge): void {
  plan.addEdge(from, to, road);
}

function isClear(plan: PlanGraph, point: Point): boolean {
  for (const edge of plan.edges.values()) {
    const line = plan.line(edge);
    for (const at of line) if (distance(at, point) < 30) return false;
  }
  return true;
}
