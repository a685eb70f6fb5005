export type TreeRow = { id: string; parent_id: string | null; sort_order: number };
export type TreeNode<Row extends TreeRow> = Row & { children?: TreeNode<Row>[] };

/** The rows as a tree, siblings in their order. A row whose parent is missing stands at the top. */
export function categoryTree<Row extends TreeRow>(rows: readonly Row[]): TreeNode<Row>[] {
  const known = new Set(rows.map((row) => row.id));
  const childrenOf = (parent: string | null): TreeNode<Row>[] =>
    rows
      .filter((row) => (row.parent_id !== null && known.has(row.parent_id) ? row.parent_id : null) === parent)
      .sort((a, b) => a.sort_order - b.sort_order)
      .map((row) => {
        const children = childrenOf(row.id);
        return children.length > 0 ? { ...row, children } : { ...row };
      });
  return childrenOf(null);
}

/** Whether `id` may move under `parentId`: never under itself or one of its own descendants. */
export function canMoveUnder(rows: readonly TreeRow[], id: string, parentId: string | null): boolean {
  const visited = new Set<string>();
  for (let at = parentId; at !== null && !visited.has(at);) {
    if (at === id) return false;
    visited.add(at);
    at = rows.find((row) => row.id === at)?.parent_id ?? null;
  }
  return true;
}

/** What to write when `id` is put under `parentId` at position `index` among its new siblings. */
export function moveInTree(
  rows: readonly TreeRow[],
  id: string,
  parentId: string | null,
  index: number,
): { id: string; parent_id: string | null; sort_order: number }[] {
  const row = rows.find((known) => known.id === id);
  if (row === undefined || !canMoveUnder(rows, id, parentId)) return [];
  const siblings = rows
    .filter((known) => known.parent_id === parentId && known.id !== id)
    .sort((a, b) => a.sort_order - b.sort_order);
  siblings.splice(Math.max(0, Math.min(index, siblings.length)), 0, row);
  return siblings.flatMap((sibling, position) => {
    const wanted = { id: sibling.id, parent_id: parentId, sort_order: (position + 1) * 10 };
    return sibling.parent_id === parentId && sibling.sort_order === wanted.sort_order ? [] : [wanted];
  });
}
