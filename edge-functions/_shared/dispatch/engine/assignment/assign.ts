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
  const first = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (first[i + 1] = first[i]! + row.edges.length + 1));
  const edgeColumn = new Int32Array(first[rows.length]!);
  const edgeCost = new Float64Array(first[rows.length]!);
  rows.forEach((row, i) => {
    row.edges.forEach((edge, e) => {
      edgeColumn[first[i]! + e] = edge.column;
      edgeCost[first[i]! + e] = edge.cost;
    });
    // A skip column is reached by its row alone and stays free, so every search ends.
    edgeColumn[first[i + 1]! - 1] = columnCount + i;
    edgeCost[first[i + 1]! - 1] = row.skipCost;
  });

  for (let start = 0; start < rows.length; start += 1) {
    open.clear();
    let settledCount = 0;
    let row = start;
    let length = 0;
    let column: number;
    // The nearest free column so far: whatever is farther cannot be on the shortest path.
    let shortest = Infinity;
    rowPotential[start] = lowest(rows[start], columnPotential);
    for (;;) {
      const base = length - rowPotential[row]!;
      for (let e = first[row]!; e < first[row + 1]!; e += 1) {
        const to = edgeColumn[e]!;
        // Rounding could make a way back look shorter by an ulp and turn the path into a circle.
        if (isSettled[to] === start) continue;
        const reach = base + edgeCost[e]! - columnPotential[to]!;
        if ((stamp[to] === start && reach >= distance[to]!) || reach >= shortest) continue;
        if (owner[to]! < 0) shortest = reach;
        stamp[to] = start;
        distance[to] = reach;
        reachedFrom[to] = row;
        open.push(to, reach);
      }
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
