import type { Point } from '../geo/plane.ts';
import { signedArea } from '../geo/polygon.ts';
import type { PlanGraph } from './plan-graph.ts';

/**
 * The blocks between the streets: every inner face of the planar plan as an open counter-clockwise ring.
 * Footpaths do not divide blocks. Source: half-edge face traversal.
 */
export function findBlocks(plan: PlanGraph): Point[][] {
  type Half = { to: number; line: Point[]; angle: number; twin: string };
  const around = new Map<number, { key: string; half: Half }[]>();
  for (const edge of plan.edges.values()) {
    if (edge.class === 'path') continue;
    const line = plan.line(edge);
    const add = (from: number, to: number, points: Point[], key: string, twin: string) => {
      const [start, next] = [points[0] ?? [0, 0], points[1] ?? [0, 0]];
      const half = { to, line: points, angle: Math.atan2(next[1] - start[1], next[0] - start[0]), twin };
      around.set(from, [...(around.get(from) ?? []), { key, half }]);
    };
    add(edge.from, edge.to, line, `${edge.id}+`, `${edge.id}-`);
    add(edge.to, edge.from, [...line].reverse(), `${edge.id}-`, `${edge.id}+`);
  }
  const halves = new Map<string, Half>();
  const following = new Map<string, string>();
  for (const list of around.values()) {
    list.sort((a, b) => a.half.angle - b.half.angle);
    list.forEach(({ key, half }, at) => {
      halves.set(key, half);
      const clockwise = list[(at + list.length - 1) % list.length];
      if (clockwise !== undefined) following.set(half.twin, clockwise.key);
    });
  }
  const seen = new Set<string>();
  const blocks: Point[][] = [];
  for (const start of halves.keys()) {
    const ring: Point[] = [];
    for (let key: string | undefined = start; key !== undefined && !seen.has(key); key = following.get(key)) {
      seen.add(key);
      ring.push(...(halves.get(key)?.line.slice(0, -1) ?? []));
    }
    if (ring.length >= 3 && signedArea(ring) > 0) blocks.push(ring);
  }
  return blocks;
}
