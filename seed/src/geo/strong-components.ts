export type Arc = { sourceId: number; targetId: number; isOneway: boolean };

/**
 * The ids of the largest set of nodes that can all reach each other along the arcs' directions; ties go to
 * the set found first. Source: Kosaraju, iterative.
 */
export function largestStrongComponent(nodeIds: readonly number[], arcs: readonly Arc[]): Set<number> {
  const [forward, backward] = [neighbours(nodeIds), neighbours(nodeIds)];
  for (const { sourceId, targetId, isOneway } of arcs) {
    forward.get(sourceId)?.push(targetId);
    backward.get(targetId)?.push(sourceId);
    if (isOneway) continue;
    forward.get(targetId)?.push(sourceId);
    backward.get(sourceId)?.push(targetId);
  }
  const order = finishOrder(nodeIds, forward);
  const seen = new Set<number>();
  let largest = new Set<number>();
  for (const root of order.reverse()) {
    if (seen.has(root)) continue;
    const component = new Set<number>();
    const stack = [root];
    seen.add(root);
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      component.add(id);
      for (const next of backward.get(id) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        stack.push(next);
      }
    }
    if (component.size > largest.size) largest = component;
  }
  return largest;
}

function neighbours(nodeIds: readonly number[]): Map<number, number[]> {
  return new Map(nodeIds.map((id) => [id, []]));
}

function finishOrder(nodeIds: readonly number[], forward: ReadonlyMap<number, number[]>): number[] {
  const seen = new Set<number>();
  const order: number[] = [];
  for (const root of nodeIds) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack: { id: number; at: number }[] = [{ id: root, at: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = forward.get(top.id)?.[top.at];
      top.at += 1;
      if (next === undefined) {
        order.push(top.id);
        stack.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        stack.push({ id: next, at: 0 });
      }
    }
  }
  return order;
}
