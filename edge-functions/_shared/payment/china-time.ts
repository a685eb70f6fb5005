/** RFC 3339 in Beijing time without fractions, as the API asks for: `2026-11-22T20:00:00+08:00`. */
export function chinaTime(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new Error(`Expected an ISO 8601 instant but got ${instant}`);
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
