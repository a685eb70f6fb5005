import { distance, distanceToSegment, type Point } from '../geo/plane.ts';
import { contains, convexOverlap, inset, signedArea } from '../geo/polygon.ts';
import type { Random } from '../random.ts';
import { oldTown } from './street-grid.ts';
import type { PlanGraph } from './plan-graph.ts';

/** Footprints along the sides of every block and slabs in the courts of big ones; none on a street. */
export function makeBuildings(blocks: readonly Point[][], plan: PlanGraph, random: Random): Point[][] {
  const streets = streetSegments(plan);
  return blocks.flatMap((block) => {
    const plot = inset(block, 12);
    const area = signedArea(block);
    if (plot === undefined || area > 90_000 || random.chance(0.03)) return [];
    const built: Point[][] = [];
    const tryAdd = (shape: Point[]) => {
      const isFree =
        shape.every((corner) => contains(plot, corner)) &&
        !built.some((other) => convexOverlap(other, shape)) &&
        !streets.some(([a, b]) => shape.some((corner) => distanceToSegment(corner, a, b) < 8));
      if (isFree) built.push(shape);
    };
    frontHouses(plot, random, tryAdd);
    if (area > 14_000) courtSlabs(plot, random, tryAdd);
    return built;
  });
}

function frontHouses(plot: readonly Point[], random: Random, tryAdd: (shape: Point[]) => void): void {
  plot.forEach((start, at) => {
    const end = plot[(at + 1) % plot.length] ?? start;
    const length = distance(start, end);
    const isOld = distance(start, oldTown) < 650;
    let from = random.range(1, 4);
    while (from < length - 10) {
      const wide = Math.min(isOld ? random.range(9, 22) : random.range(18, 44), length - from - 1);
      const deep = isOld ? random.range(9, 14) : random.range(12, 19);
      if (wide > 7) tryAdd(box(start, end, from, wide, 1, deep));
      from += wide + (isOld ? random.range(1.5, 5) : random.range(5, 14));
    }
  });
}

/** Residential slabs face south, in rows. */
function courtSlabs(plot: readonly Point[], random: Random, tryAdd: (shape: Point[]) => void): void {
  const xs = plot.map(([x]) => x);
  const ys = plot.map(([, y]) => y);
  const tilt = random.range(-0.12, 0.12);
  for (let y = Math.min(...ys) + 30; y < Math.max(...ys) - 20; y += 32) {
    for (let x = Math.min(...xs) + 24; x < Math.max(...xs) - 24; x += 54) {
      const wide = random.range(34, 46);
      const direction: Point = [x + Math.cos(tilt), y + Math.sin(tilt)];
      tryAdd(box([x, y], direction, 0, wide, 0, 12));
    }
  }
}

/** A box on the left of start → end. */
function box(start: Point, end: Point, from: number, wide: number, gap: number, deep: number): Point[] {
  const length = distance(start, end);
  const [ux, uy] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
  const at = (along: number, left: number): Point => [
    start[0] + ux * along - uy * left,
    start[1] + uy * along + ux * left,
  ];
  return [at(from, gap), at(from + wide, gap), at(from + wide, gap + deep), at(from, gap + deep)];
}

function streetSegments(plan: PlanGraph): [Point, Point][] {
  return [...plan.edges.values()]
    .filter((edge) => edge.street === null && edge.class === 'residential')
    .map((edge) => [plan.point(edge.from), plan.point(edge.to)]);
}
