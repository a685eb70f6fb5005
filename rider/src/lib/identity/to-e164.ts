/**
 * The phone number in the international form: spaces and dashes away, a number of mainland China gets its country code.
 * Null when it cannot be a phone number.
 */
export function toE164(text: string): string | null {
  const compact = text.replace(/[\s()-]/g, '').replace(/^00/, '+');
  if (/^1[3-9]\d{9}$/.test(compact)) return `+86${compact}`;
  return /^\+[1-9]\d{6,14}$/.test(compact) ? compact : null;
}
