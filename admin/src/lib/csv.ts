export type CsvCell = string | number | null | undefined;

/** A spreadsheet runs a text that begins like this as a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * One cell by RFC 4180. Numbers stay numbers; a text that a spreadsheet would run as a formula gets an
 * apostrophe in front, so an order note can never become code on somebody's machine.
 */
export function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole file with CRLF lines and a byte order mark, so that spreadsheets read Chinese right. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return '\uFEFF' + [header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}
