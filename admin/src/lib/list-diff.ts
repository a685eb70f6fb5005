export type ListPlan<Row> = { create: Row[]; update: (Row & { id: string })[]; remove: string[] };

/** What to write so that stored rows become the edited ones, told apart by their ids. */
export function planList<Row extends { id?: string }>(
  before: readonly { id: string }[],
  after: readonly Row[],
): ListPlan<Row> {
  const kept = new Set(after.map((row) => row.id));
  return {
    create: after.filter((row) => row.id === undefined),
    update: after.filter((row): row is Row & { id: string } => row.id !== undefined),
    remove: before.flatMap((row) => (kept.has(row.id) ? [] : [row.id])),
  };
}
