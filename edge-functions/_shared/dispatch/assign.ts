/** What it costs to serve a row from a column. */
export interface Edge {
  column: number;
  cost: number;
}

/** A row with its possible columns and what leaving it unserved costs. */
export interface Row {
  edges: readonly Edge[];
  skipCost: number;
}

interface State {
  edges: readonly (readonly Edge[])[];
  rowPotential: Float64Array;
  columnPotential: Float64Array;
  /** The row that holds a column, and the column that a row holds; −1 for none. */
  owner: Int32Array;
  held: Int32Array;
}

/**
 * The cheapest assignment of rows to distinct columns, where a row may also be skipped at its own price: the column
 * of each row, or −1. Successive shortest augmenting paths with potentials over sparse rows (Jonker & Volgenant,
 * "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987).
 * Columns are 0 … columnCount − 1; costs are finite and not negative.
 */
export function assign(rows: readonly Row[], columnCount: number): number[] {
  const state: State = {
    // A skip is a column of its own that only its row can reach, so every row finds a path.
    edges: rows.map((row, i) => [...row.edges, { column: columnCount + i, cost: row.skipCost }]),
    rowPotential: new Float64Array(rows.length),
    columnPotential: new Float64Array(columnCount + rows.length),
    owner: new Int32Array(columnCount + rows.length).fill(-1),
    held: new Int32Array(rows.length).fill(-1),
  };
  for (let start = 0; start < rows.length; start += 1) augment(start, state);
  return Array.from(state.held, (column) => (column < columnCount ? column : -1));
}

/** Gives `start` a column along the shortest path, moving other rows where that is cheaper. */
function augment(start: number, { edges, rowPotential, columnPotential, owner, held }: State): void {
  const distance = new Map<number, number>();
  const reachedFrom = new Map<number, number>();
  const open = new Set<number>();
  const settled: number[] = [];
  let row = start;
  let length = 0;
  let column: number;
  for (;;) {
    for (const edge of edges[row] ?? []) {
      const reach = length + edge.cost - at(rowPotential, row) - at(columnPotential, edge.column);
      const known = distance.get(edge.column);
      if (known !== undefined && (reach >= known || !open.has(edge.column))) continue;
      distance.set(edge.column, reach);
      reachedFrom.set(edge.column, row);
      open.add(edge.column);
    }
    column = takeNearest(open, distance);
    length = distance.get(column) ?? 0;
    if (at(owner, column) < 0) break;
    settled.push(column);
    row = at(owner, column);
  }

  rowPotential[start] = at(rowPotential, start) + length;
  for (const one of settled) {
    const slack = length - (distance.get(one) ?? 0);
    rowPotential[at(owner, one)] = at(rowPotential, at(owner, one)) + slack;
    columnPotential[one] = at(columnPotential, one) - slack;
  }

  // Back along the path from its free column: each row takes the column it reached and gives up the one it held.
  for (row = -1; row !== start;) {
    row = reachedFrom.get(column) ?? start;
    const given = at(held, row);
    owner[column] = row;
    held[row] = column;
    column = given;
  }
}

function takeNearest(open: Set<number>, distance: ReadonlyMap<number, number>): number {
  let nearest = -1;
  let best = Infinity;
  for (const column of open) {
    const reach = distance.get(column) ?? Infinity;
    if (reach < best) [nearest, best] = [column, reach];
  }
  open.delete(nearest);
  return nearest;
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0;
}
