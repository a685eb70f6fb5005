/** How an invoice of the commission stands: it counts, a credit note took it back, it was issued anew since, or it is a credit note. */
export type CommissionStanding = 'stands' | 'voided' | 'replaced' | 'credit_note';

type Member = {
  id: string;
  statement_id: string;
  number: string;
  issue_count: number;
  corrects_id: string | null;
};

/** Says of each invoice how it stands among the invoices of its statement, and which number belongs to it. */
export function standings<Row extends Member>(
  rows: readonly Row[],
  family: readonly Member[],
): (Row & { standing: CommissionStanding; other_number: string | undefined })[] {
  return rows.map((row) => {
    if (row.corrects_id !== null) {
      const first = family.find(({ id }) => id === row.corrects_id);
      return { ...row, standing: 'credit_note', other_number: first?.number };
    }
    const note = family.find(({ corrects_id }) => corrects_id === row.id);
    if (note === undefined) return { ...row, standing: 'stands', other_number: undefined };
    const isReplaced = family.some(
      (other) =>
        other.statement_id === row.statement_id &&
        other.corrects_id === null &&
        other.issue_count > row.issue_count,
    );
    return { ...row, standing: isReplaced ? 'replaced' : 'voided', other_number: note.number };
  });
}
