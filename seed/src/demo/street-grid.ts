import { distance, type Point } from '../geo/plane.ts';
import type { Random } from '../random.ts';
import type { RoadClass } from '../town.ts';
import { PlanGraph } from './plan-graph.ts';
import { bankMargin, bankPoint, river, riverSide } from './river.ts';

export type GridLine = { at: number; isArterial: boolean; isRing: boolean; isMain: boolean };
export type StreetGrid = {
  plan: PlanGraph;
  columns: GridLine[];
  rows: GridLine[];
  node: (column: number, row: number) => number | undefined;
};

const half = { width: 2000, height: 1500 };
/** Middle of the old town, where blocks are small. */
export const oldTown: Point = [-320, -380];

/**
 * The skeleton of the town: a warped grid, small-meshed in the old town, with a ring road, riverside
 * streets and bridges where arterials meet the river. Planar: streets cross at nodes only.
 */
export function buildStreetGrid(random: Random): StreetGrid {
  const columns = gridLines(random, half.width, oldTown[0], [-1380, -720, 30, 690, 1350], 30);
  const rows = gridLines(random, half.height, oldTown[1], [-960, -420, 540, 1010], -420);
  const plan = new PlanGraph();
  const nodes = new Map<string, number>();
  const node = (column: number, row: number) => nodes.get(`${column} ${row}`);

  columns.forEach((column, i) => {
    rows.forEach((row, j) => {
      const isCorner = column.isRing && row.isRing;
      const point = warp([column.at, row.at], random, column.isArterial || row.isArterial ? 3 : 9);
      const clear = river.width(point[0]) / 2 + bankMargin + 42;
      if (!isCorner && Math.abs(riverSide(point)) > clear) nodes.set(`${i} ${j}`, plan.addNode(point));
    });
  });
  linkRows(plan, columns, rows, node);
  linkColumns(plan, columns, rows, node);
  roundCorners(plan, columns, rows, node);
  return { plan, columns, rows, node };
}

function gridLines(
  random: Random,
  extent: number,
  centre: number,
  arterials: readonly number[],
  main: number,
): GridLine[] {
  const fixed = [-extent, ...arterials, extent];
  const lines: GridLine[] = [];
  fixed.forEach((start, at) => {
    const end = fixed[at + 1];
    const isRing = at === 0 || end === undefined;
    lines.push({ at: start, isArterial: true, isRing, isMain: start === main });
    if (end === undefined) return;
    const nearness = Math.exp(-(((start + end) / 2 - centre) ** 2) / 650 ** 2);
    const count = Math.max(1, Math.round((end - start) / (185 - 85 * nearness)));
    for (let step = 1; step < count; step += 1) {
      const spread = ((end - start) / count) * 0.14;
      const place = start + ((end - start) * step) / count + random.range(-spread, spread);
      lines.push({ at: place, isArterial: false, isRing: false, isMain: false });
    }
  });
  return lines;
}

/** Bends the grid: long waves everywhere, a twist in the old town, a little jitter at each crossing. */
function warp([x, y]: Point, random: Random, jitter: number): Point {
  const waveX = x + 75 * Math.sin(y / 720 + 0.6) + 32 * Math.sin((x + y) / 540);
  const waveY = y + 62 * Math.sin(x / 820 + 1.1) + 28 * Math.sin((x - y) / 480);
  const [dx, dy] = [waveX - oldTown[0], waveY - oldTown[1]];
  const angle = 0.24 * Math.exp(-(dx * dx + dy * dy) / 620 ** 2);
  return [
    oldTown[0] + dx * Math.cos(angle) - dy * Math.sin(angle) + random.range(-jitter, jitter),
    oldTown[1] + dx * Math.sin(angle) + dy * Math.cos(angle) + random.range(-jitter, jitter),
  ];
}

function classOf(line: GridLine): RoadClass {
  if (line.isRing || line.isMain) return 'primary';
  return line.isArterial ? 'secondary' : 'residential';
}

function linkRows(plan: PlanGraph, columns: GridLine[], rows: GridLine[], node: StreetGrid['node']): void {
  rows.forEach((row, j) => {
    for (let i = 0; i + 1 < columns.length; i += 1) {
      const [from, to] = [node(i, j), node(i + 1, j)];
      if (from === undefined || to === undefined) continue;
      const [a, b] = [plan.point(from), plan.point(to)];
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const crosses = riverSide(a) > 0 !== riverSide(b) > 0;
      if (crosses || Math.abs(riverSide(middle)) < river.width(middle[0]) / 2 + bankMargin + 25) continue;
      plan.addEdge(from, to, { class: classOf(row), street: `row ${j}` });
    }
  });
}

function linkColumns(plan: PlanGraph, columns: GridLine[], rows: GridLine[], node: StreetGrid['node']): void {
  const banks: { south: number; north: number; x: number }[] = [];
  columns.forEach((column, i) => {
    const road = { class: classOf(column), street: `column ${i}` };
    const chain = rows.flatMap((_row, j) => node(i, j) ?? []);
    const south = chain.filter((id) => riverSide(plan.point(id)) < 0);
    const north = chain.filter((id) => riverSide(plan.point(id)) > 0);
    const [below, above] = [south.at(-1), north[0]];
    if (below === undefined || above === undefined)
      throw new RangeError(`street column ${i} does not meet the river`);
    const x = crossingX(plan.point(below), plan.point(above));
    const bank = { south: plan.addNode(bankPoint(x, -1)), north: plan.addNode(bankPoint(x, 1)), x };
    banks.push(bank);
    if (column.isArterial) plan.addEdge(bank.south, bank.north, road);
    for (const part of [
      [...south, bank.south],
      [bank.north, ...north],
    ]) {
      for (let at = 1; at < part.length; at += 1) plan.addEdge(part[at - 1] ?? 0, part[at] ?? 0, road);
    }
  });
  for (let i = 1; i < banks.length; i += 1) {
    const [from, to] = [banks[i - 1], banks[i]];
    if (from === undefined || to === undefined) continue;
    for (const [side, key] of [
      [-1, 'south'],
      [1, 'north'],
    ] as const) {
      const bends = [0.25, 0.5, 0.75].map((share) => bankPoint(from.x + (to.x - from.x) * share, side));
      plan.addEdge(from[key], to[key], { class: 'secondary', street: `bank ${key}`, bends });
    }
  }
}

function crossingX(below: Point, above: Point): number {
  let [low, high] = [0, 1];
  const at = (share: number): Point => [
    below[0] + (above[0] - below[0]) * share,
    below[1] + (above[1] - below[1]) * share,
  ];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (riverSide(at(middle)) < 0) low = middle;
    else high = middle;
  }
  return at(low)[0];
}

function roundCorners(
  plan: PlanGraph,
  columns: GridLine[],
  rows: GridLine[],
  node: StreetGrid['node'],
): void {
  const [right, top] = [columns.length - 1, rows.length - 1];
  for (const [i, j, nearI, nearJ] of [
    [0, 0, 1, 1],
    [right, 0, right - 1, 1],
    [0, top, 1, top - 1],
    [right, top, right - 1, top - 1],
  ] as const) {
    const [alongRow, alongColumn, inner] = [node(nearI, j), node(i, nearJ), node(nearI, nearJ)];
    if (alongRow === undefined || alongColumn === undefined || inner === undefined) continue;
    const [a, b, c] = [plan.point(alongRow), plan.point(alongColumn), plan.point(inner)];
    const outer: Point = [a[0] + b[0] - c[0], a[1] + b[1] - c[1]];
    const bend = (share: number): Point => {
      const keep = 1 - share;
      return [0, 1].map(
        (axis) =>
          keep * keep * (a[axis] ?? 0) +
          2 * keep * share * (outer[axis] ?? 0) +
          share * share * (b[axis] ?? 0),
      ) as unknown as Point;
    };
    const bends = distance(a, b) > 60 ? [0.2, 0.4, 0.6, 0.8].map(bend) : [];
    plan.addEdge(alongRow, alongColumn, { class: 'primary', street: `row ${j}`, bends });
  }
}
