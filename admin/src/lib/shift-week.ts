import { addDays, dayIn } from './day-time.ts';

/** The seven calendar days from `day` on. */
export function weekFrom(day: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(day, count));
}

/** The Monday of a calendar day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** Rows by the calendar day on which they begin, in a time zone. */
export function byDay<Row extends { starts_at: string }>(
  rows: readonly Row[],
  timeZone: string,
): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => dayIn(new Date(row.starts_at), timeZone));
}
