import { distance, type Point } from '../geo/plane.ts';
import type { PlanGraph } from './plan-graph.ts';

/** Replaces a crossing by a one-way circle of `radius` metres, counter-clockwise as traffic keeps right. */
export function makeRoundabout(plan: PlanGraph, crossing: number, radius: number, street: string): void {
  const centre = plan.point(crossing);
  const arms = plan
    .edgesAt(crossing)
    .map((edge) => {
      const line = edge.from === crossing ? plan.line(edge) : plan.line(edge).reverse();
      const toward = line[1] ?? centre;
      return { edge, angle: Math.atan2(toward[1] - centre[1], toward[0] - centre[0]) };
    })
    .sort((a, b) => a.angle - b.angle);
  const onCircle = (angle: number): Point => [
    centre[0] + radius * Math.cos(angle),
    centre[1] + radius * Math.sin(angle),
  ];
  const gates = arms.map(({ edge, angle }) => {
    const gate = plan.addNode(onCircle(angle));
    const far = edge.from === crossing ? edge.to : edge.from;
    if (distance(plan.point(far), centre) > radius) {
      plan.addEdge(gate, far, { class: edge.class, street: edge.street });
    }
    return { gate, angle };
  });
  plan.removeNode(crossing);
  gates.forEach(({ gate, angle }, at) => {
    const next = gates[(at + 1) % gates.length];
    if (next === undefined) return;
    const sweep = (next.angle - angle + 2 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
    const bends = [0.25, 0.5, 0.75].map((share) => onCircle(angle + sweep * share));
    plan.addEdge(gate, next.gate, { class: 'primary', street, isOneway: true, bends });
  });
}
