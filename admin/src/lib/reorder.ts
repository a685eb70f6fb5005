export type Sorted = { id: string; sort_order: number };

/**
 * Moves the row at `from` to `to` and answers only the rows whose `sort_order` must change (steps of ten),
 * in their new order.
 */
export function reorder(rows: readonly Sorted[], from: number, to: number): Sorted[] {
  const moved = [...rows];
  const [row] = moved.splice(from, 1);
  if (row === undefined) return [];
  moved.splice(Math.max(0, Math.min(to, moved.length)), 0, row);
  return moved.flatMap(({ id, sort_order }, index) => {
    const wanted = (index + 1) * 10;
    return sort_order === wanted ? [] : [{ id, sort_order: wanted }];
  });
}
