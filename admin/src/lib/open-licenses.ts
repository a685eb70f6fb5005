type License = { merchant_id: string; store_id: string | null; kind: string; expires_on: string | null };

/** Why a licence is in the queue. */
export type LicenseConcern = 'submitted' | 'expired' | 'week' | 'month';
export type OpenLicense<Row> = Row & { concern: LicenseConcern; days_left: number | null };

const day = 86_400_000;

/**
 * The licences that somebody must look at: first what was handed in, then what has ended or ends within 7 and 30
 * days. One that another of the same kind follows worries nobody. Dates are `YYYY-MM-DD`.
 */
export function openLicenses<Row extends License>(
  submitted: readonly Row[],
  ending: readonly Row[],
  approved: readonly License[],
  today: string,
): OpenLicense<Row>[] {
  const left = (on: string): number => Math.round((Date.parse(on) - Date.parse(today)) / day);
  const isFollowed = (row: Row): boolean =>
    approved.some(
      (other) =>
        other.merchant_id === row.merchant_id &&
        other.store_id === row.store_id &&
        other.kind === row.kind &&
        (other.expires_on === null || other.expires_on > (row.expires_on ?? '')),
    );
  const rows: OpenLicense<Row>[] = submitted.map((row) => ({
    ...row,
    concern: 'submitted',
    days_left: row.expires_on === null ? null : left(row.expires_on),
  }));
  for (const row of ending) {
    if (row.expires_on === null || isFollowed(row)) continue;
    const days = left(row.expires_on);
    const concern = days < 0 ? 'expired' : days <= 7 ? 'week' : 'month';
    if (days <= 30) rows.push({ ...row, concern, days_left: days });
  }
  return rows;
}
