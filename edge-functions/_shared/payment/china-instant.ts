/** ISO 8601 of a Beijing time as vendors write it: `2026-11-22 20:00:00`, fractions left out; null for anything else. */
export function chinaInstant(text: string | null): string | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(text?.trim() ?? '');
  return match ? `${match[1]}T${match[2]}+08:00` : null;
}
