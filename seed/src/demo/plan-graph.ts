import type { Point } from '../geo/plane.ts';
import { largestStrongComponent } from '../geo/strong-components.ts';
import type { RoadClass } from '../town.ts';

export type PlanEdge = {
  id: number;
  from: number;
  to: number;
  /** Points between the ends, from → to. */
  bends: readonly Point[];
  class: RoadClass;
  /** Edges of one street share its key; `null` has no name. */
  street: string | null;
  isOneway: boolean;
};

/** The street plan while it is being drawn, in flat metres. */
export class PlanGraph {
  nodes = new Map<number, Point>();
  edges = new Map<number, PlanEdge>();
  private at = new Map<number, Set<number>>();
  private nextId = 1;

  addNode(point: Point): number {
    const id = this.nextId;
    this.nextId += 1;
    this.nodes.set(id, point);
    this.at.set(id, new Set());
    return id;
  }

  addEdge(from: number, to: number, road: Partial<Omit<PlanEdge, 'id' | 'from' | 'to'>> = {}): PlanEdge {
    const edge: PlanEdge = {
      bends: [],
      class: 'residential',
      street: null,
      isOneway: false,
      ...road,
      id: this.nextId,
      from,
      to,
    };
    this.nextId += 1;
    this.edges.set(edge.id, edge);
    this.at.get(from)?.add(edge.id);
    this.at.get(to)?.add(edge.id);
    return edge;
  }

  removeEdge(id: number): void {
    const edge = this.edges.get(id);
    if (edge === undefined) return;
    this.edges.delete(id);
    this.at.get(edge.from)?.delete(id);
    this.at.get(edge.to)?.delete(id);
  }

  removeNode(id: number): void {
    for (const edge of this.edgesAt(id)) this.removeEdge(edge.id);
    this.nodes.delete(id);
    this.at.delete(id);
  }

  /** Puts a node on an edge at a bend-free point and returns its id; the street goes on. */
  splitEdge(edge: PlanEdge, point: Point): number {
    this.removeEdge(edge.id);
    const middle = this.addNode(point);
    const { class: roadClass, street, isOneway } = edge;
    this.addEdge(edge.from, middle, { class: roadClass, street, isOneway });
    this.addEdge(middle, edge.to, { class: roadClass, street, isOneway });
    return middle;
  }

  edgesAt(id: number): PlanEdge[] {
    return [...(this.at.get(id) ?? [])].flatMap((edgeId) => this.edges.get(edgeId) ?? []);
  }

  /** The node's place; throws `RangeError` when there is no such node. */
  point(id: number): Point {
    const point = this.nodes.get(id);
    if (point === undefined) throw new RangeError(`the plan has no node ${id}`);
    return point;
  }

  line(edge: PlanEdge): Point[] {
    return [this.point(edge.from), ...edge.bends, this.point(edge.to)];
  }

  /** The nodes that reach each other when one-ways are kept. */
  connectedNodes(): Set<number> {
    const arcs = [...this.edges.values()].map((edge) => ({
      sourceId: edge.from,
      targetId: edge.to,
      isOneway: edge.isOneway,
    }));
    return largestStrongComponent([...this.nodes.keys()], arcs);
  }
}
