import { NearestFirst } from './nearest-first.ts';

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

/**
 * The cheapest assignment of rows to distinct columns 0 … `columnCount` − 1, where a row may also be skipped at its own
 * price: the column of each row, or −1. Costs are finite and may be negative. Successive shortest augmenting paths
 * with potentials over sparse rows (Jonker & Volgenant, Computing 38, 1987).
 */
export function assign(rows: readonly Row[], columnCount: number): Int32Array {
  const total = columnCount + rows.length;
  const rowPotential = new Float64Array(rows.length);
  const columnPotential = new Float64Array(total);
  const owner = new Int32Array(total).fill(-1);
  const held = new Int32Array(rows.length).fill(-1);
  const distance = new Float64Array(total);
  const reachedFrom = new Int32Array(total);
  const stamp = new Int32Array(total).fill(-1);
  const settled = new Int32Array(total);
  const isSettled = new Int32Array(total).fill(-1);
  const open = new NearestFirst();

  for (let start = 0; start < rows.length; start += 1) {
    open.clear();
    let settledCount = 0;
    let row = start;
    let length = 0;
    let column = -1;
    rowPotential[start] = lowest(rows[start], columnPotential);
    for (;;) {
      const { edges, skipCost } = rows[row]!;
      const base = length - rowPotential[row]!;
      for (let e = 0; e <= edges.length; e += 1) {
        const edge = edges[e];
        const to = edge ? edge.column : columnCount + row;
        // Rounding could make a way back look shorter by an ulp and turn the path into a circle.
        if (isSettled[to] === start) continue;
        const reach = base + (edge ? edge.cost : skipCost) - columnPotential[to]!;
        if (stamp[to] === start && reach >= distance[to]!) continue;
        stamp[to] = start;
        distance[to] = reach;
        reachedFrom[to] = row;
        open.push(to, reach);
      }
      // A skip column is reached by its row alone and stays free, so the search always ends.
      do column = open.pop();
      while (isSettled[column] === start);
      length = distance[column]!;
      if (owner[column]! < 0) break;
      settled[settledCount++] = column;
      isSettled[column] = start;
      row = owner[column]!;
    }
    rowPotential[start] = rowPotential[start]! + length;
    for (let i = 0; i < settledCount; i += 1) {
      const one = settled[i]!;
      const slack = length - distance[one]!;
      rowPotential[owner[one]!] = rowPotential[owner[one]!]! + slack;
      columnPotential[one] = columnPotential[one]! - slack;
    }
    for (row = -1; row !== start;) {
      row = reachedFrom[column]!;
      const given = held[row]!;
      owner[column] = row;
      held[row] = column;
      column = given;
    }
  }
  return held.map((column) => (column < columnCount ? column : -1));
}

function lowest(row: Row | undefined, columnPotential: Float64Array): number {
  let least = row?.skipCost ?? 0;
  for (const { column, cost } of row?.edges ?? []) least = Math.min(least, cost - columnPotential[column]!);
  return least;
}
