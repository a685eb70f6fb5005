export type StatementLine = { order_id: string | null; purpose: string; amount_cents: number };
export type StatementOrder = {
  /** Empty for what no order earned. */
  id: string;
  number: string;
  completed_at: string | null;
  /** Minor units by purpose; positive is owed to the party. */
  amounts: Record<string, number>;
  net: number;
};

/** The purposes a statement shows as columns, in this order; others follow. */
const order = ['goods', 'packaging', 'rider_pay', 'guarantee', 'tip', 'discount', 'commission'];

/** The lines of a statement gathered by order, in the order of completion. */
export function groupStatementLines(
  lines: readonly StatementLine[],
  orders: readonly { id: string; number: string; completed_at: string | null }[],
): StatementOrder[] {
  const byId = new Map<string, StatementOrder>();
  for (const line of lines) {
    const known = orders.find((candidate) => candidate.id === line.order_id);
    const id = line.order_id ?? '';
    const row = byId.get(id) ?? {
      id,
      number: known?.number ?? id,
      completed_at: known?.completed_at ?? null,
      amounts: {},
      net: 0,
    };
    row.amounts[line.purpose] = (row.amounts[line.purpose] ?? 0) + line.amount_cents;
    row.net += line.amount_cents;
    byId.set(id, row);
  }
  return [...byId.values()].sort((a, b) => (a.completed_at ?? '').localeCompare(b.completed_at ?? ''));
}

/** The purposes that occur, in the order of their columns. */
export function statementPurposes(rows: readonly StatementOrder[]): string[] {
  const found = new Set(rows.flatMap((row) => Object.keys(row.amounts)));
  return [
    ...order.filter((purpose) => found.has(purpose)),
    ...[...found].filter((purpose) => !order.includes(purpose)),
  ];
}
