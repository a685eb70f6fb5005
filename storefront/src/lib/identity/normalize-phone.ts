/**
 * A phone number as typed → E.164, or `undefined` when it cannot be one. Eleven digits that start with 1 are a
 * mainland number; others need their country code with `+` or `00`.
 */
export function normalizePhone(typed: string): string | undefined {
  const compact = typed.replace(/[\s\-()．.]/g, '').replace(/^00/, '+');
  if (/^1[3-9]\d{9}$/.test(compact)) return `+86${compact}`;
  return /^\+[1-9]\d{6,14}$/.test(compact) ? compact : undefined;
}
